// The options of wiretale capture.
#pragma once
#include <chrono>
#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace wiretale {

struct SafeCaptureOptions {
  std::vector<std::string> interfaces{"any"};  ///< --on
  std::string network_namespace;               ///< --netns
  std::optional<int> process;                  ///< --pid
  std::string process_name;                    ///< --process
  std::string filter;                          ///< --filter
  std::string folder = "captures";             ///< --to
  std::string name;                            ///< --name; empty for one made of the target
  uint32_t snap_length = 262'144;              ///< --headers-only
  uint64_t buffer_bytes = 0;                   ///< --buffer
  bool promiscuous = false;                    ///< --promiscuous
  bool json = false;                           ///< --json
  bool help = false;
  std::vector<char*> command;  ///< what stands behind --, with a null at its end

  // Limits: all are on unless lifted with 0.
  uint64_t files = 10, file_bytes = 100 << 20;  ///< --files, --file-size
  std::chrono::seconds duration{3600};          ///< --duration
  uint64_t packets = 0, bytes = 0;              ///< --packets, --bytes; 0: no limit
  uint64_t least_free = uint64_t{1} << 30;      ///< --keep-free
  bool stops_when_full = false;                 ///< --when-full stop
};

/// The message when the command line is wrong.
[[nodiscard]] std::expected<SafeCaptureOptions, std::string> parse_capture_options(int argc, char** argv);
[[nodiscard]] std::string_view capture_help();

}  // namespace wiretale
