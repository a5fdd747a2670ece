// SPDX-License-Identifier: MIT
// argv → Options. Comes in: words; goes out: values or a sentence. Does not look whether the files exist.
#include "cli/options.h"

#include <algorithm>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/variables_map.hpp>
#include <cctype>
#include <cstdlib>

namespace broadside::cli {
namespace {

namespace po = boost::program_options;

using Words = std::vector<std::string>;

const Words& commands() {
  static const Words words = {"build", "check", "help"};
  return words;
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
  add("file", po::value<Words>()->composing());
  if (command == Command::Build) add("output,o", po::value<std::string>());
  return description;
}

Words long_names(const po::options_description& description) {
  Words names;
  for (const auto& option : description.options())
    if (option->long_name() != "file") names.push_back("--" + option->long_name());
  return names;
}

UsageError unknown_option(const po::unknown_option& error, const po::options_description& description) {
  const std::string typed = error.get_option_name();
  const std::string meant = nearest(typed.substr(0, typed.find('=')), long_names(description));
  return {"there is no option '" + typed + "'", meant.empty() ? "" : "did you mean '" + meant + "'?"};
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
  const auto word = [&](const char* key, std::string otherwise) {
    return values.count(key) ? values[key].as<std::string>() : otherwise;
  };
  options.files = words("file");
  options.variants = words("variant");
  options.layout = word("layout", "");
  options.folder = word("output", ".");
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

bool ends_with(const std::string& text, const std::string& ending) {
  return text.size() >= ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

}  // namespace

std::variant<Options, UsageError> parse_options(const std::vector<std::string>& arguments) {
  if (arguments.empty())
    return UsageError{"no command given",
                      "'broadside build resume.yaml' makes the PDFs; 'broadside --help' tells more"};
  const std::string& first = arguments.front();
  const Words rest(arguments.begin() + 1, arguments.end());
  if (first == "build") return parse_command(Command::Build, first, rest);
  if (first == "check") return parse_command(Command::Check, first, rest);
  if (first == "--version") {
    Options options;
    options.command = Command::Version;
    return options;
  }
  if (first == "--help" || first == "-h" || first == "help") {
    Options options;
    if (rest.empty()) return options;
    options.topic = rest.front();
    if (std::find(commands().begin(), commands().end(), options.topic) != commands().end()) return options;
    const std::string meant = nearest(options.topic, commands());
    return UsageError{
        "there is no help on '" + options.topic + "'",
        meant.empty() ? "there is help on: build, check" : "did you mean 'broadside help " + meant + "'?"};
  }
  if (ends_with(first, ".yaml") || ends_with(first, ".yml"))
    return UsageError{"'" + first + "' is a file, not a command", "did you mean 'broadside build " + first + "'?"};
  if (first.size() > 1 && first.front() == '-') {
    const std::string meant = nearest(first, {"--help", "--version"});
    return UsageError{"there is no option '" + first + "' before a command",
                      meant.empty() ? "options stand behind the command: broadside build resume.yaml …"
                                    : "did you mean '" + meant + "'?"};
  }
  const std::string meant = nearest(first, commands());
  return UsageError{"there is no command '" + first + "'",
                    meant.empty() ? "the commands are: build, check, help" : "did you mean '" + meant + "'?"};
}

std::string nearest(const std::string& word, const std::vector<std::string>& choices) {
  std::string best;
  std::size_t limit = std::max<std::size_t>(1, word.size() / 3) + 1;  // one more than allowed
  for (const std::string& choice : choices) {
    const std::size_t columns = choice.size() + 1;
    std::vector<std::size_t> before(columns), above(columns), row(columns);
    for (std::size_t j = 0; j < columns; ++j) above[j] = j;
    for (std::size_t i = 1; i <= word.size(); ++i) {
      row[0] = i;
      for (std::size_t j = 1; j < columns; ++j) {
        const bool same = lower(word[i - 1]) == lower(choice[j - 1]);
        row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0U : 1U)});
        const bool swapped =
            i > 1 && j > 1 && lower(word[i - 1]) == lower(choice[j - 2]) && lower(word[i - 2]) == lower(choice[j - 1]);
        if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
      }
      before.swap(above);
      above.swap(row);
    }
    if (above.back() < limit) {
      limit = above.back();
      best = choice;
    }
  }
  return best;
}

}  // namespace broadside::cli
