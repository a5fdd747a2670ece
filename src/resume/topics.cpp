// SPDX-License-Identifier: MIT
// The table of usual headings, in lower case, by topic; in each topic the languages follow each other as in
// unicode/words: en de fr es it pt nl pl ru zh (both) ja ko ar hi.
#include "resume/topics.h"

#include <string>

#include "unicode/letter_case.h"

namespace broadside::resume {
namespace {

struct Topic {
  std::string_view name;
  std::string_view titles;  ///< between bars, with one at either end
};

// clang-format off
constexpr Topic kTopics[] = {
    {"experience",
     "|experience|work experience|professional experience|employment|employment history|work history|career|work|appointments|"
     "berufserfahrung|beruflicher werdegang|berufspraxis|werdegang|praxiserfahrung|expérience|expériences|expérience professionnelle|"
     "expériences professionnelles|parcours professionnel|experiencia|experiencia laboral|experiencia profesional|esperienza|esperienze|"
     "esperienza professionale|esperienze professionali|esperienze lavorative|experiência|experiência profissional|ervaring|werkervaring|"
     "doświadczenie|doświadczenie zawodowe|опыт|опыт работы|工作经历|工作经验|职业经历|实习经历|工作經歷|工作經驗|職涯經歷|職歴|職務経歴|"
     "業務経験|경력|경력 사항|경력사항|근무 경험|الخبرة|الخبرات|الخبرة العملية|الخبرات العملية|الخبرة المهنية|الخبرات المهنية|अनुभव|कार्य अनुभव|कार्यानुभव|"},
    {"education",
     "|education|academic background|educational background|degrees|studies|ausbildung|bildung|bildungsweg|studium|akademische ausbildung|"
     "schulbildung|formation|formations|études|éducation|diplômes|educación|formación|formación académica|estudios|istruzione|formazione|"
     "studi|titoli di studio|educação|formação|formação acadêmica|formação académica|habilitações|escolaridade|opleiding|opleidingen|"
     "onderwijs|wykształcenie|edukacja|образование|教育|教育背景|教育经历|学历|教育經歷|學歷|学歴|교육|학력|학력 사항|학력사항|التعليم|المؤهلات|المؤهلات العلمية|"
     "التعليم والمؤهلات|الشهادات العلمية|शिक्षा|शैक्षिक योग्यता|शैक्षणिक योग्यता|"},
    {"skills",
     "|skills|technical skills|core skills|key skills|competencies|core competencies|technologies|tools|programming languages|expertise|"
     "technical expertise|soft skills|methods|kenntnisse|fähigkeiten|fachkenntnisse|it-kenntnisse|edv-kenntnisse|kompetenzen|qualifikationen|"
     "compétences|compétences techniques|compétences clés|savoir-faire|outils|habilidades|competencias|aptitudes|conocimientos|herramientas|"
     "habilidades técnicas|competenze|competenze tecniche|capacità|abilità|strumenti|competências|competências técnicas|ferramentas|"
     "conhecimentos|vaardigheden|competenties|kennis|umiejętności|kompetencje|narzędzia|навыки|ключевые навыки|профессиональные навыки|"
     "технические навыки|умения|компетенции|技能|专业技能|技术栈|技术能力|工具|專業技能|技術|スキル|技術スキル|活かせる経験|기술|보유 기술|기술 스택|역량|스킬|"
     "المهارات|مهارات|المهارات التقنية|المهارات الفنية|الأدوات|कौशल|तकनीकी कौशल|"},
    {"languages",
     "|languages|spoken languages|language skills|sprachen|sprachkenntnisse|fremdsprachen|langues|langues étrangères|idiomas|lenguas|lingue|"
     "lingue straniere|competenze linguistiche|línguas|talen|talenkennis|języki|języki obce|znajomość języków|языки|иностранные языки|"
     "владение языками|знание языков|语言|语言能力|語言|語言能力|外语|言語|語学|語学力|언어|어학|외국어|어학 능력|اللغات|لغات|भाषाएँ|भाषाएं|भाषा|भाषा ज्ञान|"},
    {"certificates",
     "|certificates|certifications|licenses|licences|courses|training|professional development|zertifikate|zertifizierungen|weiterbildung|"
     "weiterbildungen|lizenzen|fortbildungen|kurse|certificats|certifications professionnelles|certificados|certificaciones|cursos|"
     "certificazioni|certificati|corsi|certificações|certificaten|certificeringen|cursussen|certyfikaty|kursy|szkolenia|сертификаты|курсы|"
     "лицензии|повышение квалификации|证书|资格证书|资质证书|認證|證照|證書|资格|資格|免許|資格・免許|免許・資格|자격증|자격 사항|자격사항|الشهادات|شهادات|الدورات|"
     "الدورات التدريبية|प्रमाणपत्र|प्रमाण पत्र|"},
    {"awards",
     "|awards|honors|honours|achievements|prizes|distinctions|scholarships|fellowships|auszeichnungen|preise|ehrungen|stipendien|prix|"
     "récompenses|bourses|premios|reconocimientos|becas|premi|riconoscimenti|borse di studio|prêmios|prémios|bolsas|prijzen|"
     "onderscheidingen|beurzen|nagrody|wyróżnienia|stypendia|награды|премии|достижения|стипендии|获奖|获奖经历|获奖情况|荣誉|奖项|荣誉奖项|獲獎|"
     "獲獎經歷|榮譽|獎項|受賞|受賞歴|表彰|수상|수상 경력|수상경력|수상 내역|상훈|الجوائز|جوائز|التكريمات|المنح|الإنجازات|पुरस्कार|सम्मान|उपलब्धियाँ|"},
    {"patents",
     "|patents|patente|brevets|patentes|brevetti|octrooien|patenten|patenty|патенты|专利|專利|特許|특허|براءات الاختراع|पेटेंट|"},
    {"interests",
     "|interests|hobbies|activities|interessen|freizeit|centres d’intérêt|centres d'intérêt|loisirs|intérêts|intereses|aficiones|interessi|"
     "hobby|passioni|interesses|passatempos|interesses pessoais|interesses en hobby’s|hobby’s|hobby's|zainteresowania|интересы|хобби|увлечения|"
     "兴趣|兴趣爱好|爱好|興趣|興趣愛好|趣味|관심사|취미|취미 및 관심사|الاهتمامات|اهتمامات|الهوايات|هوايات|रुचियाँ|रुचियां|शौक|"},
    {"projects",
     "|projects|personal projects|open source|open-source projects|open source projects|selected projects|projekte|projets|proyectos|progetti|"
     "projetos|projectos|projecten|projekty|проекты|项目|项目经历|项目经验|開源專案|專案|專案經歷|プロジェクト|프로젝트|المشاريع|مشاريع|परियोजनाएँ|परियोजनाएं|"},
    {"publications",
     "|publications|papers|articles|journal articles|books|veröffentlichungen|publikationen|publicaciones|artículos|pubblicazioni|publicações|"
     "artigos|publicaties|publikacje|публикации|статьи|论文|发表论文|学术成果|著作|論文|發表論文|研究業績|출판물|논문|المنشورات|الأبحاث|منشورات|प्रकाशन|"},
    {"volunteering",
     "|volunteering|volunteer|volunteer work|volunteer experience|service|community|ehrenamt|ehrenamtliches engagement|engagement|bénévolat|"
     "voluntariado|volontariato|vrijwilligerswerk|wolontariat|волонтёрство|волонтерство|志愿服务|志愿者经历|社会活动|志願服務|ボランティア|"
     "ボランティア活動|봉사 활동|봉사활동|العمل التطوعي|التطوع|स्वयंसेवा|"},
    {"references",
     "|references|referees|referenzen|références|referencias|referenze|referências|referenties|referencje|рекомендации|推荐人|推薦人|推薦者|"
     "추천인|المراجع|المعرفون|संदर्भ|"},
};

// What stands between the parts of one title.
constexpr std::string_view kBetween[] = {" & ", " + ", " / ", ", ", " · ", " and ", " und ", " et ", " y ", " e ", " en ", " i ",
                                         " и ", "、", "，", "・", "与", "和", "與", "及", "と", " 및 ", " و", " और ", "&", "/"};
// clang-format on

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == ':')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == ':')) text.remove_suffix(1);
  return text;
}

std::string_view topic_of(std::string_view title) {
  const std::string key = "|" + std::string(title) + "|";
  for (const Topic& topic : kTopics) {
    if (topic.titles.find(key) != std::string_view::npos) return topic.name;
  }
  return {};
}

// A whole title that is known is not divided.
bool collect(std::string_view title, std::vector<std::string_view>& out) {
  title = trimmed(title);
  if (title.empty() || title.find('|') != std::string_view::npos) return false;
  if (const std::string_view topic = topic_of(title); !topic.empty()) {
    out.push_back(topic);
    return true;
  }
  for (const std::string_view between : kBetween) {
    const std::size_t at = title.find(between);
    if (at == std::string_view::npos) continue;
    std::vector<std::string_view> parts;
    if (collect(title.substr(0, at), parts) && collect(title.substr(at + between.size()), parts)) {
      out.insert(out.end(), parts.begin(), parts.end());
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::string_view> all_topics() {
  std::vector<std::string_view> out;
  for (const Topic& topic : kTopics) out.push_back(topic.name);
  return out;
}

std::vector<std::string_view> topics_of(std::string_view title) {
  std::vector<std::string_view> out;
  constexpr std::size_t kLongest = 120;  // bytes; no usual heading is longer
  if (title.size() > kLongest) return out;
  const std::string lower = unicode::to_lower(title, "en");
  if (!collect(lower, out)) out.clear();
  return out;
}

}  // namespace broadside::resume
