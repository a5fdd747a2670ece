// SPDX-License-Identifier: MIT
// The table of built-in words. One row a language, in the order of BuiltIn. See words.h.
#include "unicode/words.h"

#include <array>
#include <string>

#include "unicode/locale.h"

namespace broadside::unicode {
namespace {

using Row = std::array<std::string_view, kBuiltIns>;
struct Language {
  std::string_view code;
  Row words;
};

constexpr std::array<std::string_view, kBuiltIns> kKeys = {"present", "page",    "of",       "continued", "email",
                                                           "phone",   "website", "location", "summary",   "separator"};

// clang-format off
constexpr std::array kLanguages = {
    Language{"en", {"Present", "Page", "of", "continued", "Email", "Phone", "Website", "Location", "Summary", ", "}},
    Language{"de", {"heute", "Seite", "von", "Fortsetzung", "E-Mail", "Telefon", "Website", "Ort", "Zusammenfassung", ", "}},
    Language{"fr", {"aujourd’hui", "Page", "sur", "suite", "E-mail", "Téléphone", "Site web", "Lieu", "Profil", ", "}},
    Language{"es", {"actualidad", "Página", "de", "continuación", "Correo electrónico", "Teléfono", "Sitio web", "Ubicación", "Resumen", ", "}},
    Language{"it", {"oggi", "Pagina", "di", "continua", "E-mail", "Telefono", "Sito web", "Luogo", "Profilo", ", "}},
    Language{"pt", {"atual", "Página", "de", "continuação", "E-mail", "Telefone", "Site", "Local", "Resumo", ", "}},
    Language{"nl", {"heden", "Pagina", "van", "vervolg", "E-mail", "Telefoon", "Website", "Plaats", "Profiel", ", "}},
    Language{"pl", {"obecnie", "Strona", "z", "ciąg dalszy", "E-mail", "Telefon", "Strona internetowa", "Miejscowość", "Podsumowanie", ", "}},
    Language{"ru", {"настоящее время", "Страница", "из", "продолжение", "Эл. почта", "Телефон", "Сайт", "Город", "О себе", ", "}},
    Language{"zh", {"至今", "页", "/", "续", "电子邮箱", "电话", "网站", "所在地", "个人简介", "、"}},
    Language{"zh-Hant", {"至今", "頁", "/", "續", "電子郵件", "電話", "網站", "所在地", "個人簡介", "、"}},
    Language{"ja", {"現在", "ページ", "/", "続き", "メール", "電話", "ウェブサイト", "所在地", "概要", "、"}},
    Language{"ko", {"현재", "페이지", "/", "계속", "이메일", "전화", "웹사이트", "거주지", "요약", ", "}},
    Language{"ar", {"حتى الآن", "صفحة", "من", "تابع", "البريد الإلكتروني", "الهاتف", "الموقع الإلكتروني", "المكان", "نبذة", "، "}},
    Language{"hi", {"वर्तमान", "पृष्ठ", "/", "जारी", "ईमेल", "फ़ोन", "वेबसाइट", "स्थान", "सारांश", ", "}},
};
// clang-format on

bool is_traditional_chinese(std::string_view locale) {
  return locale.find("Hant") != std::string_view::npos || locale.find("TW") != std::string_view::npos ||
         locale.find("HK") != std::string_view::npos || locale.find("MO") != std::string_view::npos;
}

}  // namespace

std::string_view built_in(BuiltIn word, std::string_view locale) {
  std::string language = language_of(locale);
  if (language == "zh" && is_traditional_chinese(locale)) language = "zh-Hant";
  const Row* row = &kLanguages.front().words;
  for (const Language& known : kLanguages) {
    if (known.code == language) row = &known.words;
  }
  return (*row)[static_cast<std::size_t>(word)];
}

std::string_view label_key(BuiltIn word) { return kKeys[static_cast<std::size_t>(word)]; }

}  // namespace broadside::unicode
