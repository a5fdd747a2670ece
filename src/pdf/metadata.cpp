// SPDX-License-Identifier: MIT
// Info and XMP from one source, so that they cannot disagree.
#include "pdf/metadata.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string_view>

#include "base/utf8.h"
#include "pdf/icc.h"

namespace broadside::pdf {

namespace {

/// The pattern takes six numbers: year, month, day, hour, minute, second. Years are held to four digits.
std::string format_time(std::int64_t timestamp, const char* pattern) {
  using namespace std::chrono;
  constexpr std::int64_t kLast = 253402300799;  // the end of the year 9999
  const sys_seconds time{seconds{std::min(std::max<std::int64_t>(timestamp, 0), kLast)}};
  const auto day = floor<days>(time);
  const year_month_day date{day};
  const hh_mm_ss clock{time - day};
  char text[40];
  std::snprintf(text, sizeof text, pattern, static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
  return text;
}

/// Text as XML content: escaped, without the characters that XML 1.0 forbids (section 2.2).
std::string escape(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8_lossy(text, at);
    at += next.size;
    const char32_t c = next.code_point;
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF) break;
        append_utf8(out, c);
    }
  }
  return out;
}

void simple(std::string& out, const char* property, const std::string& value) {
  if (!value.empty()) out += std::string("   <") + property + '>' + escape(value) + "</" + property + ">\n";
}

void list(std::string& out, const char* property, const char* container, const char* attribute,
          const std::string& value) {
  if (value.empty()) return;
  out += std::string("   <") + property + "><rdf:" + container + "><rdf:li" + attribute + '>' + escape(value) +
         "</rdf:li></rdf:" + container + "></" + property + ">\n";
}

}  // namespace

Dict write_info(Objects& objects, const display::DocumentInfo& info, const MetadataOptions& options) {
  Dict dict = objects.dict();
  dict.text("Title", info.title);
  if (!info.author.empty()) dict.text("Author", info.author);
  if (!info.subject.empty()) dict.text("Subject", info.subject);
  if (!info.keywords.empty()) dict.text("Keywords", info.keywords);
  dict.text("Creator", options.producer).text("Producer", options.producer);
  const std::string date = format_time(options.timestamp, "D:%04d%02u%02u%02d%02d%02dZ");
  dict.ascii("CreationDate", date).ascii("ModDate", date);
  return dict;
}

std::string xmp_packet(const display::DocumentInfo& info, const MetadataOptions& options) {
  const std::string date = format_time(options.timestamp, "%04d-%02u-%02uT%02d:%02d:%02dZ");
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "  <rdf:Description rdf:about=\"\"\n"
      "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
      "    xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
      "    xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
      "    xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
      "    xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
      "    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
      "    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
      "    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
      "   <pdfaid:part>2</pdfaid:part>\n"
      "   <pdfaid:conformance>A</pdfaid:conformance>\n"
      "   <pdfuaid:part>1</pdfuaid:part>\n";
  list(out, "dc:title", "Alt", " xml:lang=\"x-default\"", info.title);
  list(out, "dc:creator", "Seq", "", info.author);
  list(out, "dc:description", "Alt", " xml:lang=\"x-default\"", info.subject);
  list(out, "dc:language", "Bag", "", info.language);
  simple(out, "pdf:Keywords", info.keywords);
  simple(out, "pdf:Producer", options.producer);
  simple(out, "xmp:CreatorTool", options.producer);
  simple(out, "xmp:CreateDate", date);
  simple(out, "xmp:ModifyDate", date);
  // PDF/A knows only its own schemas, so the one of PDF/UA is described (ISO 19005-2, 6.6.2.3.3).
  out +=
      "   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
      "    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
      "    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
      "    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
      "    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
      "     <pdfaProperty:name>part</pdfaProperty:name>\n"
      "     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
      "     <pdfaProperty:category>internal</pdfaProperty:category>\n"
      "     <pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>\n"
      "    </rdf:li></rdf:Seq></pdfaSchema:property>\n"
      "   </rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
      "  </rdf:Description>\n"
      " </rdf:RDF>\n"
      "</x:xmpmeta>\n"
      "<?xpacket end=\"r\"?>\n";
  return out;
}

Dict write_xmp(Objects& objects, const display::DocumentInfo& info, const MetadataOptions& options) {
  return objects.stream(xmp_packet(info, options)).name("Type", "Metadata").name("Subtype", "XML");
}

Dict write_output_intent(Objects& objects, Deflater& deflater) {
  Dict intent = objects.dict();
  intent.name("Type", "OutputIntent").name("S", "GTS_PDFA1");
  intent.ascii("OutputConditionIdentifier", "sRGB").ascii("Info", "sRGB IEC61966-2.1");
  intent.refer("DestOutputProfile", deflater.stream(objects, srgb_profile()).number("N", 3));
  return intent;
}

}  // namespace broadside::pdf
