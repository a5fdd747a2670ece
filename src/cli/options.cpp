// SPDX-License-Identifier: MIT
// argv → Options. Comes in: words; goes out: values or a sentence. Does not look whether the files exist.
#include "cli/options.h"

#include <algorithm>
#include <array>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/variables_map.hpp>
#include <string_view>
#include <utility>

#include "base/nearest.h"

namespace broadside::cli {
namespace {

namespace po = boost::program_options;

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 7> kCommands = {"build", "check",   "explain", "help",
                                                       "fonts", "layouts", "schema"};

/// "did you mean 'broadside help build'?", or the other sentence if nothing is near.
std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& known,
                         const std::string& otherwise, const std::string& before = {}) {
  const std::string_view meant = nearest(typed, known);
  return meant.empty() ? otherwise : "did you mean '" + before + std::string(meant) + "'?";
}

po::options_description describe(Command command) {
  po::options_description description;
  auto add = description.add_options();
  add("help,h", po::bool_switch());
  add("strict", po::bool_switch());
  add("quiet,q", po::bool_switch());
  add("variant", po::value<Words>()->composing());
  add("layout", po::value<std::string>());
  add("set", po::value<Words>()->composing());
  add("diagnostics", po::value<std::string>());
  add("file", po::value<Words>()->composing());
  add("for", po::value<std::string>());
  if (command == Command::Build) add("output,o", po::value<std::string>());
  if (command == Command::Explain) add("json", po::bool_switch());
  return description;
}

UsageError unknown_option(const po::unknown_option& error, const po::options_description& description) {
  const std::string typed = error.get_option_name();
  Words names;
  for (const auto& option : description.options())
    if (option->long_name() != "file") names.push_back("--" + option->long_name());
  return {"there is no option '" + typed + "'",
          did_you_mean(typed.substr(0, typed.find('=')), {names.begin(), names.end()}, "")};
}

/// "a.b=c" → {"a.b", "c"}; false without a path or an equals sign.
bool split_setting(const std::string& text, std::pair<std::string, std::string>& setting) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) return false;
  setting = {text.substr(0, equals), text.substr(equals + 1)};
  return true;
}

std::variant<Options, UsageError> parse_command(Command command, const std::string& name, const Words& arguments) {
  const po::options_description description = describe(command);
  po::positional_options_description positional;
  positional.add("file", -1);
  po::variables_map values;
  try {
    // Prefixes of options are refused: an option added later would change what they mean.
    const int style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(arguments).options(description).positional(positional).style(style).run(),
              values);
  } catch (const po::unknown_option& error) {
    return unknown_option(error, description);
  } catch (const po::multiple_occurrences& error) {
    return UsageError{"the option '" + error.get_option_name() + "' may be given only once", {}};
  } catch (const po::invalid_command_line_syntax& error) {
    return UsageError{"the option '" + error.get_option_name() + "' needs a value",
                      "'broadside help " + name + "' lists the options"};
  } catch (const po::error& error) {
    return UsageError{error.what(), "'broadside help " + name + "' lists the options"};
  }

  Options options;
  options.command = command;
  if (values["help"].as<bool>()) {
    options.command = Command::Help;
    options.topic = name;
    return options;
  }
  options.strict = values["strict"].as<bool>();
  options.quiet = values["quiet"].as<bool>();
  const auto words = [&](const char* key) { return values.count(key) ? values[key].as<Words>() : Words{}; };
  const auto word = [&](const char* key, const std::string& otherwise) {
    return values.count(key) ? values[key].as<std::string>() : otherwise;
  };
  options.files = words("file");
  options.variants = words("variant");
  options.layout = word("layout", "");
  options.posting = word("for", "");
  options.json = command == Command::Explain && values["json"].as<bool>();
  options.folder = word("output", ".");
  const std::string diagnostics = word("diagnostics", "text");
  options.json_diagnostics = diagnostics == "json";
  if (diagnostics != "json" && diagnostics != "text")
    return UsageError{"there is no form '" + diagnostics + "' of diagnostics", "write --diagnostics json or text"};
  for (const std::string& text : words("set")) {
    std::pair<std::string, std::string> setting;
    if (!split_setting(text, setting))
      return UsageError{"'--set " + text + "' is not of the form PATH=VALUE", "for example: --set colors.accent=#0a6"};
    options.set.push_back(std::move(setting));
  }
  if (options.files.empty())
    return UsageError{"'broadside " + name + "' needs the name of a résumé file",
                      "for example: broadside " + name + " resume.yaml"};
  if (options.folder.empty()) return UsageError{"the folder given with '-o' is empty", {}};
  for (const std::string& file : options.files)
    if (file.empty()) return UsageError{"the name of a file is empty", {}};
  return options;
}

/// `schema`, `fonts` and `layouts`: one word or file at most.
std::variant<Options, UsageError> parse_inquiry(Command command, const std::string& name, const Words& arguments) {
  Options options;
  options.command = command;
  for (const std::string& argument : arguments) {
    if (argument == "-h" || argument == "--help") {
      options.command = Command::Help;
      options.topic = name;
      return options;
    }
    if (argument.size() > 1 && argument.front() == '-')
      return UsageError{"there is no option '" + argument + "'", did_you_mean(argument, {"--help"}, "")};
  }
  if (arguments.size() > 1 || (!arguments.empty() && arguments.front().empty()))
    return UsageError{"'broadside " + name + "' takes one argument at most",
                      "'broadside help " + name + "' has examples"};
  if (command != Command::Schema) {
    options.files = arguments;
    return options;
  }
  options.topic = arguments.empty() ? "resume" : arguments.front();
  if (options.topic == "resume" || options.topic == "layout") return options;
  return UsageError{"there is no schema of '" + options.topic + "'",
                    did_you_mean(options.topic, {"resume", "layout"}, "there are: resume, layout")};
}

}  // namespace

std::variant<Options, UsageError> parse_options(const std::vector<std::string>& arguments) {
  if (arguments.empty())
    return UsageError{"no command given",
                      "'broadside build resume.yaml' makes the PDFs; 'broadside --help' tells more"};
  const std::string& first = arguments.front();
  const Words rest(arguments.begin() + 1, arguments.end());
  const std::vector<std::string_view> commands(kCommands.begin(), kCommands.end());
  if (first == "build") return parse_command(Command::Build, first, rest);
  if (first == "check") return parse_command(Command::Check, first, rest);
  if (first == "explain") return parse_command(Command::Explain, first, rest);
  if (first == "schema") return parse_inquiry(Command::Schema, first, rest);
  if (first == "fonts") return parse_inquiry(Command::Fonts, first, rest);
  if (first == "layouts") return parse_inquiry(Command::Layouts, first, rest);
  if (first == "--version") {
    Options options;
    options.command = Command::Version;
    return options;
  }
  if (first == "--help" || first == "-h" || first == "help") {
    Options options;
    if (rest.empty()) return options;
    options.topic = rest.front();
    if (std::find(kCommands.begin(), kCommands.end(), options.topic) != kCommands.end()) return options;
    return UsageError{
        "there is no help on '" + options.topic + "'",
        did_you_mean(options.topic, commands, "there is help on: build, check, explain, fonts, layouts, schema",
                     "broadside help ")};
  }
  if (first.ends_with(".yaml") || first.ends_with(".yml"))
    return UsageError{"'" + first + "' is a file, not a command", "did you mean 'broadside build " + first + "'?"};
  if (first.size() > 1 && first.front() == '-')
    return UsageError{"there is no option '" + first + "' before a command",
                      did_you_mean(first, {"--help", "--version"},
                                   "options stand behind the command: broadside build resume.yaml …")};
  // What other programs call it.
  constexpr std::pair<std::string_view, std::string_view> kElsewhere[] = {
      {"init", ""}, {"new", ""}, {"create", ""}, {"render", "build"}, {"compile", "build"}, {"validate", "check"}};
  for (const auto& [word, ours] : kElsewhere) {
    if (first != word) continue;
    return UsageError{"there is no command '" + first + "'",
                      ours.empty() ? "'broadside help' shows a résumé to start from"
                                   : "that is 'broadside " + std::string(ours) + "' here"};
  }
  return UsageError{
      "there is no command '" + first + "'",
      did_you_mean(first, commands, "the commands are: build, check, explain, help, fonts, layouts, schema")};
}

}  // namespace broadside::cli
