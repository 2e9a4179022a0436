// The options of wiretale read, which are tshark's.
#pragma once
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "capture/device.h"
#include "outputs/address_names.h"
#include "outputs/column_time.h"
#include "outputs/field_table.h"
#include "outputs/frame_bytes.h"
#include "outputs/tree_walk.h"
#include "packet/preferences.h"
#include "pipeline/workers.h"

namespace wiretale {

struct ReadOptions {
  enum class Action : uint8_t {
    Run,
    ShowHelp,
    ShowVersion,
    Report,
    ListFormats,
    ListStatistics,
    ListInterfaces,
    ListLinkTypes
  };
  enum class Format : uint8_t { Text, Tabs, Fields, Json, JsonRaw, Elastic, Pdml, Psml };

  Action action = Action::Run;
  std::string report;  ///< -G

  std::string read_file;                 ///< -r; "-" also for -i -
  std::vector<CaptureOptions> captures;  ///< -i, each with its -f, -s, -p, -B, -y, -I
  CaptureOptions usual_capture;          ///< what stood in front of the first -i
  std::string capture_comment;           ///< --capture-comment
  bool from_pipe = false;                ///< -i -: as if it were captured
  std::string display_filter;            ///< -Y, or the words behind the options
  std::string read_filter;               ///< -R
  bool two_passes = false;               ///< -2
  uint64_t packet_limit = UINT64_MAX;    ///< -c, -a packets:
  std::vector<std::string> decode_as;    ///< -d
  std::vector<std::string> disabled_protocols;
  Preferences preferences;

  Format format = Format::Text;
  bool format_chosen = false;         ///< -T
  std::vector<std::string> elements;  ///< -e
  FieldTableOptions table;            ///< -E
  ProtocolChoice choice;              ///< -j, -J
  bool merge_keys = false;            ///< --no-duplicate-keys
  bool tree = false;                  ///< -V, -O
  std::vector<std::string> only;      ///< -O
  bool bytes = false;                 ///< -x
  HexdumpText characters = HexdumpText::Plain;
  bool summary_too = false;  ///< -P
  std::string separator;     ///< -S
  ColumnTimeFormat time;
  SecondsForm seconds = SecondsForm::Plain;
  std::vector<ListColumn> columns = default_columns();
  bool line_buffered = false;  ///< -l
  bool quiet = false;          ///< -q, -Q

  std::vector<std::string> statistics;  ///< -z
  unsigned workers = usual_workers;     ///< --workers

  bool names_addresses = false;                               ///< -N with m, n or d
  AddressNames::Choice names;                                 ///< -N
  std::vector<std::string> hosts_files;                       ///< -H
  std::string object_protocol, object_folder;                 ///< --export-objects http,FOLDER
  std::string write_file;                                     ///< -w
  std::string write_format;                                   ///< -F
  uint64_t stop_bytes = 0, stop_files = 0, stop_seconds = 0;  ///< -a; 0: never
  uint64_t ring_packets = 0, ring_bytes = 0, ring_seconds = 0, ring_files = 0;  ///< -b
  [[nodiscard]] bool has_ring() const { return ring_packets != 0 || ring_bytes != 0 || ring_seconds != 0; }
};

/// A command line that cannot be run, in words; the exit status is tshark's.
struct ReadUsageError {
  std::string message;
  int exit_status = 1;
};

[[nodiscard]] std::expected<ReadOptions, ReadUsageError> parse_read_options(int argc, char** argv);

/// Applies one -o name:value; the message when it cannot be.
[[nodiscard]] std::optional<std::string> apply_preference(ReadOptions& options, std::string_view setting);

[[nodiscard]] std::string_view read_help();

/// -d and --disable-protocol; the message when one cannot be.
[[nodiscard]] std::optional<std::string> apply_decode_options(const ReadOptions& options);

/// -G: the exit status.
[[nodiscard]] int print_report(std::string_view report);

}  // namespace wiretale
