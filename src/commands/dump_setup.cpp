// The beginning of every run of dump.
#include "commands/dump_setup.h"

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "filter/capture_filter.h"

namespace wiretale {

std::string with_next_step(const Error& error) {
  return error.next_step.empty() ? error.what : text_of(error.what, "\n  ", error.next_step);
}

std::expected<std::string, std::string> dump_filter_text(const DumpOptions& options) {
  if (options.filter_file.empty()) return options.filter;
  std::ifstream file(options.filter_file, std::ios::binary);
  if (!file) return std::unexpected(text_of("can't open ", options.filter_file, ": ", std::strerror(errno)));
  std::string text{std::istreambuf_iterator<char>(file), {}};
  for (size_t at = 0; (at = text.find('#', at)) != std::string::npos;)
    for (; at < text.size() && text[at] != '\n'; ++at) text[at] = ' ';
  return text;
}

void append_what_is_read(Text& text, const Interface& interface) {
  const LinkTypeName name = name_of_link_type(interface.link_type);
  text.append("link-type ");
  if (name.name.empty())
    text.put(name.dlt);
  else
    text.put(name.name, " (", name.description, ')');
  text.put(", snapshot length ", interface.snap_length == 0 ? 262'144u : interface.snap_length);
}

int list_program(std::span<const BpfInstruction> program, const DumpOptions& options) {
  const auto form = static_cast<ProgramForm>(std::min(options.program_listing, 3));
  std::fputs(listing(program, form).c_str(), stdout);
  return 0;
}

std::string become(const std::string& user) {
  if (user.empty() || (getuid() != 0 && geteuid() != 0)) return {};
  const passwd* const entry = getpwnam(user.c_str());
  if (entry == nullptr) return text_of("there is no user ", user);
  if (initgroups(entry->pw_name, entry->pw_gid) != 0 || setgid(entry->pw_gid) != 0 ||
      setuid(entry->pw_uid) != 0)
    return text_of("cannot become user ", user, ": ", std::strerror(errno));
  return {};
}

}  // namespace wiretale
