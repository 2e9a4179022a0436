// wiretale read: packets in tshark's language.
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "commands/commands.h"
#include "commands/read_live.h"
#include "commands/read_output.h"
#include "commands/read_write.h"
#include "commands/watched_source.h"
#include "decode/decode.h"
#include "decode/dispatch.h"
#include "fields/dissector.h"
#include "filter/display_filter.h"
#include "outputs/block_output.h"
#include "outputs/found_objects.h"
#include "outputs/frame_facts.h"
#include "pipeline/workers.h"
#include "statistics/catalog.h"
#include "statistics/statistic_set.h"

namespace wiretale {
namespace {

constexpr int usage_error = 1, file_error = 2, filter_error = 2;

void complain(std::string_view message, std::string_view next_step = {}) {
  std::fputs(text_of("wiretale read: ", message, '\n').c_str(), stderr);
  if (!next_step.empty()) std::fputs(text_of("  ", next_step, '\n').c_str(), stderr);
}

/// The filter of a text, none for an empty one; complains and returns false when it is wrong.
bool compile(const std::string& text, std::optional<DisplayFilter>& filter) {
  if (text.empty()) return true;
  auto compiled = compile_display_filter(text);
  if (!compiled) {
    std::fputs(text_of("wiretale: ", compiled.error().text(text)).c_str(), stderr);
    return false;
  }
  for (const std::string& note : compiled->notes())
    std::fputs(text_of("wiretale: note: ", note, '\n').c_str(), stderr);
  filter.emplace(std::move(*compiled));
  return true;
}

void add_fields_of(const DisplayFilter& filter, FieldNeeds& needs) {
  needs.fields.insert(needs.fields.end(), filter.fields().begin(), filter.fields().end());
}

StatisticTimes statistic_times(ColumnTimeFormat format) {
  using Form = StatisticTimes::Form;
  const bool utc = format.zone == TimeZone::Utc;
  switch (format.form) {
    case ColumnTime::TimeOfDay: return {Form::TimeOfDay, utc};
    case ColumnTime::Date: return {Form::Date, utc};
    case ColumnTime::DayOfYear: return {Form::DayOfYear, utc};
    case ColumnTime::Epoch: return {Form::Epoch, utc};
    default: return {};
  }
}

/// One run over a file.
class Reading final : private TreeMaker {
 public:
  explicit Reading(const ReadOptions& options)
      : options_(options),
        list_(options.columns, options.time, options.seconds),
        output_(STDOUT_FILENO, options.line_buffered || isatty(STDOUT_FILENO) != 0
                                   ? BlockOutput::Flush::AfterEachPiece
                                   : BlockOutput::Flush::WhenFull) {}

  int run();

 private:
  /// What can be wrong before a file is opened; 0 when nothing is.
  int prepare();
  /// -2: the first pass, which learns for the second one and with -R chooses its packets; whether to go on.
  bool pass_first();
  /// The file, which Ctrl-C ends early; packets that are shown on a terminal are progress enough.
  [[nodiscard]] std::expected<std::unique_ptr<Source>, Error> open_file() const {
    const bool lines = shown_.packets && isatty(STDOUT_FILENO) != 0;
    return open_watched(options_.read_file, lines ? Progress::Hidden : Progress::Shown);
  }
  void read(Source& source);
  /// What is done with all packets of a batch before the first is taken.
  void look_ahead(Batch& batch);
  /// -i: until a signal or a limit.
  void capture(LiveSource& source);
  [[nodiscard]] std::expected<std::unique_ptr<Source>, Error> open();
  /// Whether statistics are all that is wanted, and such that threads can share.
  [[nodiscard]] bool can_share() const;
  void share(Source& source);
  /// Whether to go on.
  bool take(const Source& source, Packet& packet);
  /// The packet's tree and columns, made when anything is to be shown of it, filtered by it or counted in it.
  const FieldTree& tree_of(const Packet& packet) override;
  [[nodiscard]] bool needs_trees() const;
  /// Chooses how little can be done for each packet.
  void choose_shortcuts(const StatisticNeeds& needs);
  /// The tree that the filter and the output read; null for a packet that the filter turned away before.
  const FieldTree* look_at(const Packet& packet);
  void report_end(const Source& source);
  void fail(const Error& error, int status) {
    complain(error.what, error.next_step);
    status_ = status;
  }

  /// Ends before a file is opened, with tshark's status, which may be 0.
  int refuse(int status) {
    refused_ = true;
    return status_ = status;
  }

  const ReadOptions& options_;
  PacketList list_;
  BlockOutput output_;
  ReadOutput shown_;
  std::optional<AddressNames> names_;
  std::optional<DisplayFilter> filter_, read_filter_;
  std::optional<ReadWriter> writer_;
  std::optional<Dissector> dissector_;
  StatisticSet statistics_;
  std::unique_ptr<ObjectFinder> objects_;  ///< --export-objects
  std::optional<ObjectFiles> object_files_;
  Source* source_ = nullptr;
  LiveSource* live_ = nullptr;           ///< the same, when it captures
  bool with_trees_ = false;              ///< every packet's is made
  std::optional<HeaderValues> headers_;  ///< when all that is shown and filtered by is in headers
  bool filters_early_ = false;           ///< the filter turns packets away before they are dissected
  bool judges_all_ = false;              ///< the TCP segment of every plain packet is judged, in their order
  bool may_wait_ = false;                ///< what it turned away can be read again when it matters
  Foresight foresight_;                  ///< with -2
  std::vector<bool> chosen_;             ///< by packet number - 1, with -R
  Text text_;
  uint64_t taken_ = 0, bytes_ = 0;
  int status_ = 0;
  bool refused_ = false;
};

int Reading::prepare() {
  if (!compile(options_.display_filter, filter_) || !compile(options_.read_filter, read_filter_))
    return filter_error;
  auto output = choose_output(options_, list_);
  if (!output) {
    complain(output.error());
    return usage_error;
  }
  shown_ = std::move(*output);
  for (const std::string& argument : options_.statistics)
    if (const auto added = statistics_.add(argument, statistic_times(options_.time), options_.read_file);
        !added) {
      complain(added.error().message);
      return refuse(added.error().exit_status);
    }
  names_.emplace(options_.names);
  for (const std::string& path : options_.hosts_files)
    if (const auto added = names_->add_hosts(path); !added) {
      fail(added.error(), usage_error);
      return status_;
    }
  if (options_.names_addresses) list_.show_names(*names_);
  if (const auto problem = apply_decode_options(options_)) {
    complain(*problem);
    return usage_error;
  }
  if (!options_.object_folder.empty()) {
    auto files = ObjectFiles::open(options_.object_folder);
    if (!files) {
      fail(files.error(), usage_error);
      return status_;
    }
    object_files_.emplace(std::move(*files));
    objects_ = make_object_finder(options_.object_protocol);
  }
  if (options_.write_file.empty()) return 0;
  auto writer = ReadWriter::make(options_);
  if (!writer) {
    fail(writer.error(), usage_error);
    return status_;
  }
  writer_.emplace(std::move(*writer));
  return 0;
}

int Reading::run() {
  if (const int status = prepare(); status != 0 || refused_) return status;
  if (options_.two_passes && !pass_first()) return status_;
  auto source = open();
  if (!source) {
    fail(source.error(), options_.captures.empty() ? file_error : usage_error);
    return status_;
  }
  source_ = source->get();
  with_trees_ = needs_trees();
  if (filter_) add_fields_of(*filter_, shown_.needs);
  StatisticNeeds needs{.depth = {}, .fields = shown_.needs, .columns = shown_.columns};
  needs.unite(statistics_.needs());
  for (const Field* field : names_->fields()) needs.want(*field);
  if (objects_)
    for (const Field* field : objects_->fields()) needs.want(*field);
  dissector_.emplace(needs.fields, needs.columns ? Dissector::WithColumns::Yes : Dissector::WithColumns::No);
  dissector_->set(options_.preferences);
  if (options_.two_passes) dissector_->foresee(foresight_);
  choose_shortcuts(needs);
  if (shown_.packets) shown_.packets->begin(text_);
  if (live_ != nullptr)
    capture(*live_);
  else if (can_share())
    share(**source);
  else
    read(**source);
  if (shown_.packets) shown_.packets->end(text_);
  statistics_.report(text_);
  output_.write(text_.view());
  output_.flush();
  if (live_ != nullptr) (void)live_->counts();  // for the file's statistics
  if (writer_)
    if (const auto done = writer_->finish(**source); !done) fail(done.error(), file_error);
  if (live_ != nullptr) say_captured(*live_, taken_);
  report_end(**source);
  return status_;
}

std::expected<std::unique_ptr<Source>, Error> Reading::open() {
  if (options_.captures.empty()) return open_file();
  auto source = open_live(options_);
  if (!source) return std::unexpected(source.error());
  live_ = source->get();
  return std::move(*source);
}

void Reading::capture(LiveSource& source) {
  using namespace std::chrono_literals;
  const auto began = std::chrono::steady_clock::now();
  const auto batch = std::make_unique<Batch>();
  const auto tick = [&] {
    const auto written = writer_->tick(source);
    if (!written) fail(written.error(), file_error);
    return written && *written == ReadWriter::Progress::GoOn;
  };
  if (writer_ && !tick()) return;
  while (true) {
    if (const auto done = source.read_for(*batch, 200ms); !done) return fail(done.error(), file_error);
    if (source.ended()) return;
    for (const std::string& news : source.take_news()) complain(news);
    look_ahead(*batch);
    for (Packet& packet : batch->packets())
      if (!take(source, packet)) return;
    // Nothing more is there at the moment: readers of a pipe get what there is.
    if (batch->count < Batch::capacity) output_.flush();
    if (output_.failed() || (writer_ && !tick())) return;
    if (options_.stop_seconds != 0 &&
        std::chrono::steady_clock::now() - began >= std::chrono::seconds(options_.stop_seconds))
      source.stop();
  }
}

bool Reading::pass_first() {
  auto source = open_file();
  if (!source) {
    fail(source.error(), file_error);
    return false;
  }
  FieldNeeds needs{.everything = false, .labels = false, .fields = {}};
  if (read_filter_) add_fields_of(*read_filter_, needs);
  Dissector dissector(needs, Dissector::WithColumns::No);
  dissector.set(options_.preferences);
  dissector.learn(foresight_);
  const auto batch = std::make_unique<Batch>();
  uint32_t passed = 0;
  while (true) {
    const auto count = (*source)->read(*batch);
    if (!count || *count == 0) break;  // the second pass tells what is wrong
    for (Packet& packet : batch->packets()) {
      if (read_filter_) packet.number = passed + 1;  // as it is called in the second pass, when it gets there
      decode(packet, tree_dispatch());
      const FieldTree& tree = dissector.dissect(packet, frame_facts(**source, packet));
      if (!read_filter_) {
        if (++passed >= options_.packet_limit) return true;
        continue;
      }
      chosen_.push_back(read_filter_->matches(tree, packet));
      if (chosen_.back()) ++passed;
    }
  }
  return true;
}

void Reading::look_ahead(Batch& batch) {
  if (with_trees_ || read_filter_ || statistics_.needs().depth != StatisticNeeds::Depth::Frames)
    for (Packet& packet : batch.packets()) decode(packet, tree_dispatch());
  if (judges_all_) dissector_->expect(batch.packets());
}

void Reading::read(Source& source) {
  const auto batch = std::make_unique<Batch>();
  size_t number = 0;
  uint32_t passed = 0;
  while (true) {
    const auto count = source.read(*batch);
    if (!count) return fail(count.error(), file_error);
    if (*count == 0) return;
    look_ahead(*batch);
    for (Packet& packet : batch->packets()) {
      if (read_filter_) {
        packet.number = passed + 1;
        if (number >= chosen_.size()) return;
        if (!chosen_[number++]) {
          // What is not chosen still belongs to the streams of what is.
          dissector_->pass_over(packet);
          continue;
        }
        ++passed;
      }
      if (!take(source, packet)) return;
    }
  }
}

bool Reading::can_share() const {
  return !with_trees_ && !writer_ && !read_filter_ && !options_.two_passes &&
         options_.packet_limit == UINT64_MAX && statistics_.can_be_shared();
}

void Reading::share(Source& source) {
  SharedStatistics shared(statistics_);
  if (const auto done = Workers(shared, options_.workers).run(source); !done) fail(done.error(), file_error);
}

bool Reading::needs_trees() const {
  // What nobody is shown and nobody counts need not pass the filter.
  const bool filters = filter_ && (writer_ || shown_.packets || objects_);
  return shown_.packets || filters || objects_ || statistics_.needs().depth == StatisticNeeds::Depth::Fields;
}

void Reading::choose_shortcuts(const StatisticNeeds& needs) {
  if (!with_trees_ || options_.two_passes || !statistics_.empty() || objects_ || !names_->fields().empty())
    return;
  if (!needs.columns && !needs.fields.everything) {
    HeaderValues headers(needs.fields.fields);
    if (headers.suffice()) headers_.emplace(std::move(headers));
  }
  filters_early_ = !headers_ && filter_ && filter_->reads_headers_only();
  judges_all_ = headers_ ? headers_->need_segments() : filters_early_ && filter_->needs_segments();
  EarlierPackets* const earlier = source_->earlier();
  may_wait_ = filters_early_ && earlier != nullptr;
  if (may_wait_)
    dissector_->reread(
        *earlier, filter_->needs_segments() ? Dissector::Segments::Judged : Dissector::Segments::Unjudged);
}

const FieldTree* Reading::look_at(const Packet& packet) {
  if (headers_) {
    const bool judged = headers_->need_segments() && HeaderValues::is_plain(packet);
    const SegmentFacts* const segment = judged ? dissector_->judge(packet) : nullptr;
    if (const FieldTree* tree = headers_->read(packet, segment)) return tree;
  } else if (filters_early_ && HeaderValues::is_plain(packet) &&
             filter_->decide_plain(packet, filter_->needs_segments() ? dissector_->judge(packet) : nullptr) ==
                 false) {
    if (may_wait_)
      dissector_->follow_later(packet);
    else
      dissector_->follow(packet);
    return nullptr;
  }
  return &tree_of(packet);
}

const FieldTree& Reading::tree_of(const Packet& packet) {
  return dissector_->dissect(packet, frame_facts(*source_, packet));
}

bool Reading::take(const Source& source, Packet& packet) {
  ++taken_;
  bool passes = true;
  if (!with_trees_) {
    if (!statistics_.empty()) statistics_.see({.packet = packet, .trees = this});
  } else {
    const FieldTree* const seen_tree = look_at(packet);
    bytes_ += packet.wire_length;
    if (seen_tree == nullptr) return taken_ < options_.packet_limit && !output_.failed();
    const FieldTree& tree = *seen_tree;
    names_->learn(tree);
    // Statistics count what -Y does not show, too.
    if (!statistics_.empty()) {
      const SeenPacket seen{
          .packet = packet,
          .tree = &tree,
          .columns = &dissector_->columns(),
          .decimals = static_cast<int>(decimals_of(source.interfaces()[packet.interface].units_per_second))};
      if (shown_.columns) statistics_.annotate(seen, dissector_->info_column());
      statistics_.see(seen);
    }
    passes = !filter_ || filter_->matches(tree, packet);
    if (passes && objects_)
      if (const auto written = objects_->add(packet, tree, *object_files_); !written) {
        fail(written.error(), file_error);
        return false;
      }
    if (passes && shown_.packets) {
      shown_.packets->show(text_,
                           {.packet = packet,
                            .tree = tree,
                            .columns = dissector_->columns(),
                            .times = dissector_->times(),
                            .decimals = decimals_of(source.interfaces()[packet.interface].units_per_second),
                            .bytes_so_far = bytes_});
      output_.write(text_.view());
      text_.clear();
    }
    if (passes) dissector_->displayed();
  }
  if (writer_ && passes) {
    const auto written = writer_->write(source, packet);
    if (!written) {
      fail(written.error(), file_error);
      return false;
    }
    if (*written == ReadWriter::Progress::Stop) return false;
  }
  return taken_ < options_.packet_limit && !output_.failed();
}

void Reading::report_end(const Source& source) {
  if (taken_ < options_.packet_limit && !source.damage().empty()) {
    complain(source.damage().front().what);
    status_ = file_error;
  }
  if (dissector_ && dissector_->lost() != 0) {
    complain(text_of(dissector_->lost(), " earlier packets could not be read again: the file has changed"),
             "what later packets of their streams show may be wrong; read it again");
    status_ = file_error;
  }
  if (output_.failed() && output_.error() != EPIPE) {
    complain(text_of("cannot write to standard output: ", std::strerror(output_.error())));
    status_ = file_error;
  }
}

int print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0 ? 0 : 1;
}

int list_formats() {
  std::fputs(
      "Files can be written (-F) as\n"
      "    pcapng - Wireshark/... - pcapng\n"
      "    pcap - Wireshark/tcpdump/... - pcap\n"
      "    nsecpcap - Wireshark/tcpdump/... - nanosecond pcap\n",
      stderr);
  return usage_error;
}

int list_statistics() {
  Text names;
  append_statistic_names(names);
  std::fputs(text_of("Statistics (-z) are\n", names.view()).c_str(), stderr);
  return 0;
}

}  // namespace

int run_read(int argc, char** argv) {
  const auto options = parse_read_options(argc, argv);
  if (!options) {
    complain(options.error().message);
    return options.error().exit_status;
  }
  switch (options->action) {
    case ReadOptions::Action::ShowHelp: return print(read_help());
    case ReadOptions::Action::ShowVersion:
      return print("wiretale 0.1.0, speaking tshark 4.0.17's language\n");
    case ReadOptions::Action::Report: return print_report(options->report);
    case ReadOptions::Action::ListFormats: return list_formats();
    case ReadOptions::Action::ListStatistics: return list_statistics();
    case ReadOptions::Action::ListInterfaces: return list_interfaces_to_read();
    case ReadOptions::Action::ListLinkTypes: return list_link_types_to_read(*options);
    case ReadOptions::Action::Run: break;
  }
  std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is told by write(2)
  return Reading(*options).run();
}

}  // namespace wiretale
