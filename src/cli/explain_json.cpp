// SPDX-License-Identifier: MIT
// The report of a fit as JSON. docs/explain.md describes it; keys are only ever added.
#include "base/json.h"
#include "cli/explain.h"

namespace broadside::cli {
namespace {

constexpr int kSchema = 1;

const char* word(resume::Show show) {
  return show == resume::Show::Full ? "full" : show == resume::Show::Short ? "short" : "hidden";
}

const char* word(fit::Tried::Outcome outcome) {
  switch (outcome) {
    case fit::Tried::Outcome::Solved:
      return "solved";
    case fit::Tried::Outcome::PinsDoNotFit:
      return "pins-do-not-fit";
    case fit::Tried::Outcome::Skipped:
      return "skipped-by-bound";
    case fit::Tried::Outcome::TooSmall:
      return "below-min-size";
  }
  return "";
}

const char* word(fit::Term::Place place) {
  return place == fit::Term::Place::Shown ? "shown" : place == fit::Term::Place::LeftOut ? "left-out" : "missing";
}

void place(JsonWriter& json, const Span& span, const Sources& sources) {
  const Source* source = sources.find(span.source);
  json.key("source");
  if (source == nullptr) {
    json.null();
    return;
  }
  const LineColumn begin = source->locate(span.begin), end = source->locate(span.end);
  json.begin_object().key("file").value(source->name());
  json.key("line").value(begin.line).key("column").value(begin.column);
  json.key("end_line").value(end.line).key("end_column").value(end.column).end_object();
}

void changes(JsonWriter& json, const std::vector<fit::Change>& list, const Sources& sources) {
  json.begin_array();
  for (const fit::Change& change : list) {
    json.begin_object().key("id").value(change.id).key("what").value(change.what);
    json.key("from").value(word(change.from)).key("to").value(word(change.to)).key("value").value(change.value);
    place(json, change.span, sources);
    json.end_object();
  }
  json.end_array();
}

void left(JsonWriter& json, const fit::Left& thing, const Sources& sources) {
  json.begin_object().key("id").value(thing.id).key("what").value(thing.what);
  json.key("shown").value(word(thing.show)).key("priority").value(thing.priority);
  json.key("value").value(thing.value).key("height_pt").value(thing.height.pt());
  place(json, thing.span, sources);
  json.key("way_back");
  if (!thing.asked || !thing.way) {
    json.null();
  } else {
    json.begin_object().key("step").value(thing.way->step).key("cost").value(thing.way->cost);
    json.key("priority");
    if (thing.way->priority) {
      json.value(*thing.way->priority);
    } else {
      json.null();
    }
    json.key("lost");
    changes(json, thing.way->lost, sources);
    json.end_object();
  }
  json.key("way_back_sought").value(thing.asked).end_object();
}

double fill(Length filled, Length capacity) { return capacity > Length{} ? filled.pt() / capacity.pt() : 1.0; }

void report(JsonWriter& json, const fit::Report& fit, const Sources& sources) {
  json.key("step").value(fit.step).key("steps").value(fit.steps).key("kept").value(fit.kept);
  json.key("value").value(fit.value).key("total").value(fit.total).key("price").value(fit.price);
  json.key("used_pt").value(fit.used.pt()).key("filled_pt").value(fit.filled.pt());
  json.key("capacity_pt").value(fit.capacity.pt());
  json.key("room_left_pt").value((fit.capacity - fit.used).pt());
  json.key("fill").value(fill(fit.filled, fit.capacity));
  json.key("flows").begin_array();
  for (const fit::FlowFill& flow : fit.flows) {
    json.begin_object().key("name").value(flow.name).key("used_pt").value(flow.used.pt());
    json.key("filled_pt").value(flow.filled.pt()).key("capacity_pt").value(flow.capacity.pt());
    json.key("fill").value(fill(flow.filled, flow.capacity)).key("whole").value(flow.whole).end_object();
  }
  json.end_array();
  json.key("left").begin_array();
  for (const fit::Left& thing : fit.left) left(json, thing, sources);
  json.end_array();
  json.key("tightest").begin_object().key("step").value(fit.tightest_step).key("changes");
  changes(json, fit.tightest, sources);
  json.end_object();
  json.key("certificate").begin_object().key("exact").value(fit.exact);
  json.key("value").value(fit.value - fit.price).key("bound").value(fit.bound);
  json.key("states").value(static_cast<std::int64_t>(fit.states)).key("steps").begin_array();
  for (const fit::Tried& tried : fit.tried) {
    json.begin_object().key("step").value(tried.step).key("outcome").value(word(tried.outcome));
    json.key("price").value(tried.price).key("value").value(tried.value).key("bound").value(tried.bound).end_object();
  }
  json.end_array().end_object();
  json.key("terms").begin_array();
  for (const fit::Term& term : fit.terms) {
    json.begin_object().key("text").value(term.text).key("place").value(word(term.place));
    json.key("times").value(term.times).end_object();
  }
  json.end_array();
}

}  // namespace

std::string explain_json(const std::vector<Explained>& all, const Sources& sources) {
  JsonWriter json(2);
  json.begin_object().key("schema").value(kSchema).key("documents").begin_array();
  for (const Explained& one : all) {
    for (const Document& document : one.documents) {
      json.begin_object().key("file").value(one.file).key("variant").value(document.variant);
      json.key("pages").value(document.pages).key("fitted").value(document.fit.has_value());
      if (document.fit) report(json, *document.fit, sources);
      json.end_object();
    }
  }
  json.end_array().end_object();
  return json.text() + "\n";
}

}  // namespace broadside::cli
