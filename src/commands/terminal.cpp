// Asking the terminal, the environment and the locale (no-color.org, bixense.com/clicolors).
#include "commands/terminal.h"

#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <cstring>

namespace wiretale {
namespace {

bool set_in_environment(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool wants_colour(ColourChoice choice, bool terminal) {
  if (choice != ColourChoice::Auto) return choice == ColourChoice::Always;
  if (set_in_environment("NO_COLOR")) return false;
  const char* const force = std::getenv("CLICOLOR_FORCE");
  if (force != nullptr && *force != '\0' && std::strcmp(force, "0") != 0) return true;
  const char* const kind = std::getenv("TERM");
  return terminal && kind != nullptr && std::strcmp(kind, "dumb") != 0;
}

}  // namespace

std::optional<ColourChoice> parse_colour(std::string_view word) {
  if (word == "auto") return ColourChoice::Auto;
  if (word == "always") return ColourChoice::Always;
  if (word == "never") return ColourChoice::Never;
  return std::nullopt;
}

std::string colour_complaint(std::string_view word) {
  return text_of("--color takes auto, always or never, not ", word);
}

TextStyle style_of_output(ColourChoice choice) {
  constexpr size_t least_width = 60, most_width = 140;
  TextStyle style;
  const bool terminal = isatty(STDOUT_FILENO) != 0;
  style.colour = wants_colour(choice, terminal) ? Colour::Yes : Colour::No;
  std::setlocale(LC_CTYPE, "");
  if (std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0) style.drawing = Drawing::Utf8;
  winsize size{};
  if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0)
    style.width = std::clamp<size_t>(size.ws_col, least_width, most_width);
  return style;
}

}  // namespace wiretale
