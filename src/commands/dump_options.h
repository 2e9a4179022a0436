// The options of wiretale dump, which are tcpdump's.
#pragma once
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "capture/device.h"
#include "outputs/frame_line.h"
#include "packet/line.h"

namespace wiretale {

struct DumpOptions {
  enum class Action : uint8_t {
    Run,
    ShowVersion,
    ShowHelp,
    ShowShortHelp,
    ListInterfaces,
    ListLinkTypes,
    ListTimeStampTypes
  };
  Action action = Action::Run;
  LineOptions line;
  FrameLineOptions frame;

  std::string read_file;                ///< -r
  std::string file_list;                ///< -V
  std::vector<std::string> interfaces;  ///< -i
  std::string filter_file;              ///< -F
  std::string filter;                   ///< the words after the options
  std::string link_type_name;           ///< -y
  std::string user;                     ///< -Z
  uint64_t packet_limit = UINT64_MAX;   ///< -c
  uint64_t packets_to_skip = 0;         ///< --skip
  bool optimise_filter = true;          ///< -O clears it
  int program_listing = 0;              ///< -d, -dd, -ddd
  bool count_only = false;              ///< --count
  bool print_too = false;               ///< --print
  bool line_buffered = false;           ///< -l

  std::string write_file;        ///< -w
  bool packet_buffered = false;  ///< -U
  uint64_t rotate_bytes = 0;     ///< -C; 0 for never
  uint64_t rotate_seconds = 0;   ///< -G; 0 for never
  uint64_t file_count = 0;       ///< -W; 0 for no limit
  std::string after_rotation;    ///< -z
  uint64_t keep_files = 0;       ///< --keep-files; 0 for all
  [[nodiscard]] bool rotates() const { return rotate_bytes != 0 || rotate_seconds != 0; }

  // Of a live capture.
  uint64_t buffer_bytes = 0;              ///< -B; 0 for the default
  uint32_t snap_length = 262'144;         ///< -s
  bool promiscuous = true;                ///< -p clears it
  bool immediate = false;                 ///< --immediate-mode
  bool monitor_mode = false;              ///< -I
  Direction direction = Direction::Both;  ///< -Q
  std::string time_stamp_type;            ///< -j
};

/// A command line that cannot be run.
struct UsageError {
  std::string message;
  enum class Hint : uint8_t { None, Usage } hint = Hint::None;  ///< Usage: how to get help follows
};

[[nodiscard]] std::expected<DumpOptions, UsageError> parse_dump_options(int argc, char** argv);

/// tcpdump's usage lines, one screen with examples, and the full text.
[[nodiscard]] std::string_view dump_short_help();
[[nodiscard]] std::string_view dump_help();

}  // namespace wiretale
