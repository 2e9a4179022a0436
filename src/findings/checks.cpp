// Filling in what to check next.
#include "findings/checks.h"

#include <ctime>

namespace wiretale {
namespace {

std::string display_filter_of(const Ends& ends) {
  const auto end = [](const Address& address) {
    return text_of(address.is_four() ? "ip.addr == " : "ipv6.addr == ", std::string_view{to_string(address)});
  };
  std::string filter;
  const auto join = [&filter](std::string_view part) {
    filter += filter.empty() ? "" : " && ";
    filter += part;
  };
  if (ends.has_client && !ends.client.unspecified()) join(end(ends.client));
  if (ends.has_server && !ends.server.unspecified()) join(end(ends.server));
  if (ends.server_port != 0 && (ends.transport == 6 || ends.transport == 17))
    join(text_of(ends.transport == 6 ? "tcp.port == " : "udp.port == ", ends.server_port));
  return filter.empty() ? "frame" : text_of('\'', std::string_view{filter}, '\'');
}

std::string capture_filter_of(const Ends& ends) {
  std::string filter;
  const auto join = [&filter](std::string_view word, std::string_view value) {
    filter += filter.empty() ? "" : " and ";
    filter += word;
    filter += value;
  };
  if (ends.has_client && !ends.client.unspecified()) join("host ", to_string(ends.client));
  if (ends.has_server && !ends.server.unspecified()) join("host ", to_string(ends.server));
  if (ends.server_port != 0) join("port ", text_of(ends.server_port));
  return filter;
}

struct Blanks {
  const Finding& finding;
  std::string_view name, file;

  /// What stands for a word in braces; in a command it is safe for a shell.
  [[nodiscard]] std::string value(std::string_view blank) const {
    const Ends& ends = finding.ends;
    const bool client = ends.has_client && !ends.client.unspecified(),
               server = ends.has_server && !ends.server.unspecified();
    if (blank == "client") return client ? to_string(ends.client) : "CLIENT";
    if (blank == "server") return server ? to_string(ends.server) : "SERVER";
    if (blank == "port") return ends.server_port != 0 ? text_of(ends.server_port) : "PORT";
    if (blank == "service") return server ? to_string(ends.server, ends.server_port) : "SERVER:PORT";
    if (blank == "name") return name.empty() ? "NAME" : quoted_for_shell(name);
    if (blank == "file") return file.empty() ? "FILE" : quoted_for_shell(file);
    if (blank == "frame") return finding.packets.empty() ? "1" : text_of(finding.packets.front());
    if (blank == "time") return date_text(finding.first);
    if (blank == "bpf") return capture_filter_of(ends);
    if (blank == "display") return display_filter_of(ends);
    return text_of('{', blank, '}');
  }

  [[nodiscard]] std::string fill(std::string_view line) const {
    std::string filled;
    if (name.empty()) {
      static constexpr std::string_view option = " -servername {name}";
      if (const size_t at = line.find(option); at != line.npos)
        return fill(std::string(line.substr(0, at)) + std::string(line.substr(at + option.size())));
    }
    while (!line.empty()) {
      const size_t open = std::min(line.find('{'), line.size());
      filled += line.substr(0, open);
      line.remove_prefix(open);
      const size_t close = line.find('}');
      if (line.empty() || close == line.npos) break;
      const std::string_view blank = line.substr(1, close - 1);
      // curl's %{...} and the like are no blanks.
      filled +=
          !filled.empty() && filled.back() == '%' ? std::string(line.substr(0, close + 1)) : value(blank);
      line.remove_prefix(close + 1);
    }
    filled += line;
    return filled;
  }
};

}  // namespace

std::string quoted_for_shell(std::string_view word) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._:/@%+=,-";
  if (!word.empty() && word.front() != '-' && word.find_first_not_of(plain) == word.npos)
    return std::string(word);
  std::string quoted = "'";
  // A word that begins with a dash would be an option: ./- for a file is the same, for a name it is wrong
  // anyway.
  if (!word.empty() && word.front() == '-') quoted += "./";
  for (const char c : word) {
    if (static_cast<uint8_t>(c) < 0x20 || c == 0x7f) continue;
    if (c == '\'')
      quoted += "'\\''";
    else
      quoted += c;
  }
  return quoted + "'";
}

std::string date_text(Time time) {
  const std::time_t whole = time.nanoseconds / 1'000'000'000;
  std::tm parts{};
  char words[32];
  if (gmtime_r(&whole, &parts) == nullptr) return "an unknown time";
  return {words, std::strftime(words, sizeof words, "%Y-%m-%d %H:%M:%S UTC", &parts)};
}

std::vector<Check> checks_of(const Finding& finding, std::string_view name, std::string_view file) {
  const Blanks blanks{finding, name, file};
  std::vector<Check> checks;
  for (std::string_view rest = info_of(finding.kind).checks; !rest.empty();) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.starts_with("$ ")) {
      checks.push_back({.command = "", .note = blanks.fill(line)});
      continue;
    }
    line.remove_prefix(2);
    const size_t note = std::min(line.find(" # "), line.size());
    checks.push_back({.command = blanks.fill(line.substr(0, note)),
                      .note = note < line.size() ? blanks.fill(line.substr(note + 3)) : ""});
  }
  return checks;
}

}  // namespace wiretale
