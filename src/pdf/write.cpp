// SPDX-License-Identifier: MIT
// The spine of the room: check, fonts, pages, structure, metadata, file. Read this first.
#include "pdf/write.h"

#include <new>

#include "pdf/check.h"
#include "pdf/content.h"
#include "pdf/deflate.h"
#include "pdf/fonts.h"
#include "pdf/haru.h"
#include "pdf/images.h"
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/outline.h"
#include "pdf/save.h"
#include "pdf/structure.h"

namespace broadside::pdf {

namespace {

/// Page dictionaries under one Pages node, with content and the annotations of their links.
std::vector<Dict> write_pages(Objects& objects, const display::DisplayList& list, const Content& content,
                              const FontSet& fonts, const OutlineForms& forms, const Dict& root, Deflater& deflater) {
  Dict resources = objects.dict();  // one for all pages
  fonts.list_resources(resources.dict("Font"));
  const ImageSet images(objects, list);
  if (!images.empty() || !forms.empty()) {
    const Dict xobjects = resources.dict("XObject");
    images.list_resources(xobjects);
    forms.list_resources(objects, deflater, xobjects);
  }
  std::vector<Dict> pages;
  Dict tree = root;
  Array kids = tree.name("Type", "Pages").number("Count", static_cast<int>(list.pages.size())).array("Kids");
  for (std::size_t i = 0; i < list.pages.size(); ++i) {
    Dict page = objects.dict();
    page.name("Type", "Page").refer("Parent", root).refer("Resources", resources);
    const Size size = list.pages[i].size;
    page.array("MediaBox").number(0).number(0).real(size.width.pt()).real(size.height.pt());
    page.refer("Contents", deflater.stream(objects, content.pages[i]));
    page.name("Tabs", "S").number("StructParents", static_cast<int>(i));
    kids.refer(page);
    pages.push_back(page);
  }
  return pages;
}

void attach_links(const Content& content, const std::vector<LinkAnnotations>& links, std::vector<Dict>& pages) {
  std::vector<Array> of_page(pages.size());
  auto link = links.begin();
  for (const OwnedPiece& piece : content.pieces) {
    if (piece.link == nullptr) continue;
    Array& array = of_page[piece.page];
    if (!array) array = pages[piece.page].array("Annots");
    for (const Dict& annotation : link->dicts) array.refer(annotation);
    ++link;
  }
}

std::string write_objects(const display::DisplayList& list, const font::Library& library, const Options& options) {
  Objects objects;
  Deflater deflater(options.compress);
  FontSet fonts(library);
  const std::vector<PlannedRun> runs = plan_text(list, fonts);
  fonts.embed(objects, deflater);

  const std::vector<const char*> types = structure_types(list);
  OutlineForms forms(count_outlines(runs));
  const Content content = write_content(list, types, runs, fonts, forms);
  const Dict page_tree = objects.dict();
  std::vector<Dict> pages = write_pages(objects, list, content, fonts, forms, page_tree, deflater);
  const auto links = write_links(objects, list, content.pieces, static_cast<int>(pages.size()));
  attach_links(content, links, pages);

  const MetadataOptions about{options.timestamp, options.producer};
  Dict catalog = objects.dict();
  catalog.name("Type", "Catalog").refer("Pages", page_tree).ascii("Lang", list.info.language);
  catalog.refer("StructTreeRoot", write_structure(objects, list, types, content.pieces, pages, links));
  catalog.dict("MarkInfo").boolean("Marked", true);
  Dict preferences = catalog.dict("ViewerPreferences").boolean("DisplayDocTitle", true);
  if (list.info.right_to_left) preferences.name("Direction", "R2L");
  catalog.refer("Metadata", write_xmp(objects, list.info, about));
  catalog.array("OutputIntents").refer(write_output_intent(objects, deflater));
  if (const Dict outline = write_outline(objects, list, pages)) catalog.refer("Outlines", outline);
  const Dict info = write_info(objects, list.info, about);
  return save(objects, catalog, info, deflater, options.object_streams);
}

}  // namespace

std::optional<std::string> write(const display::DisplayList& list, const font::Library& fonts, const Options& options,
                                 Diagnostics& diagnostics) {
  if (!check(list, fonts, diagnostics)) return std::nullopt;
  try {
    return write_objects(list, fonts, options);
  } catch (const Failure& failure) {
    diagnostics.error("pdf-internal", {}, std::string("The PDF could not be written: ") + failure.what());
  } catch (const std::bad_alloc&) {
    diagnostics.error("pdf-internal", {}, "The PDF could not be written: out of memory");
  }
  return std::nullopt;
}

}  // namespace broadside::pdf
