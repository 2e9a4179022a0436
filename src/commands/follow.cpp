// wiretale follow: what the two ends of one stream sent each other.
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "commands/commands.h"
#include "commands/follow_options.h"
#include "commands/watched_source.h"
#include "decode/decode.h"
#include "decode/dispatch.h"
#include "fields/dissector.h"
#include "fields/header_values.h"
#include "outputs/block_output.h"
#include "outputs/conversation_text.h"
#include "outputs/frame_facts.h"
#include "outputs/saved_file.h"
#include "outputs/stream_search.h"
#include "protocols/catalog.h"
#include "statistics/stream_follower.h"

namespace wiretale {
namespace {

constexpr std::string_view help =
    "wiretale follow x.pcap                        the streams: number, ends, bytes each way\n"
    "wiretale follow x.pcap --stream 3             what both ends of TCP stream 3 said\n"
    "wiretale follow x.pcap --flow 192.0.2.1:40000-192.0.2.2:80 --search password\n"
    "wiretale follow x.pcap --stream 3 --save-client sent.bin --save-server answered.bin\n"
    "\n"
    "usage: wiretale follow FILE [--stream N | --flow A:PORT-B:PORT] [OPTIONS]\n"
    "\n"
    "  --stream N          the stream with this number, which is the one of tcp.stream and udp.stream\n"
    "  --flow A:P-B:P      the stream between these ends; IPv6: [2001:db8::1]:40000-[2001:db8::2]:80\n"
    "  --udp               streams of UDP (otherwise TCP); without --stream: list only these\n"
    "  --http              the HTTP messages of a TCP stream, their bodies decompressed\n"
    "  --as FORM           ascii: lines, > of the client, < of the server (the default)\n"
    "                      hex: offsets, hexadecimal and text    raw: hexadecimal digits only\n"
    "                      yaml: for programs, with packet numbers and times\n"
    "  --search TEXT       only the places where this text is, also across packets\n"
    "  --save-client FILE  the bytes of the client into a file that only you can read\n"
    "  --save-server FILE  the same of the server; with either, --as shows the stream too\n"
    "  --force             overwrite files that exist\n"
    "  --json, --csv       of the list of streams\n"
    "  -h, --help          this text\n"
    "\n"
    "Repeated segments are left out, order is restored; bytes that the capture does not have are told.\n"
    "Exit codes: 0 fine, 1 --search found nothing, 2 usage or no such stream, 3 a file cannot be saved,\n"
    "            4 the capture is damaged (what could be read is shown), 5 it cannot be read\n";

constexpr int nothing_found = 1, wrong_usage = 2, cannot_save = 3, damaged = 4, unreadable = 5;
constexpr std::string_view side_words[] = {"client", "server"};

int complain(const Error& error, int code) {
  std::fputs(text_of("error: ", error.what, '\n').c_str(), stderr);
  if (!error.next_step.empty()) std::fputs(text_of("  ", error.next_step, '\n').c_str(), stderr);
  return code;
}

/// One run over a file: lists its streams or follows one of them.
class Following {
 public:
  explicit Following(const FollowOptions& options)
      : options_(options),
        form_(options.form.value_or(FollowForm::Ascii)),
        shows_(!options.lists() && options.search.empty() && (options.form || !options.saves())),
        search_(options.search),
        pieces_(form_),
        output_(STDOUT_FILENO, BlockOutput::Flush::WhenFull) {}

  int run();

 private:
  struct Side {
    FollowEnd end;
    uint64_t bytes = 0, missing = 0;
    std::optional<SavedFile> saved;
  };

  int open_saved();
  int read(Source& source);
  void see(const Packet& packet, const FieldTree& tree);
  void begin(const StreamSighting& sighting);
  [[nodiscard]] bool passes_by(const Packet& packet, Dissector& dissector);
  [[nodiscard]] bool may_be_chosen(const StreamSighting& sighting) const;
  [[nodiscard]] bool is_chosen(const StreamSighting& sighting);
  void take(const FollowedPiece& piece);
  void take_gap(uint8_t side, const FollowedPiece& piece);
  void take_hits(uint8_t side, const FollowedPiece& piece);
  [[nodiscard]] FollowRequest request_of(uint32_t stream) const;
  int finish();
  int report_list();
  int report_missing_stream();
  int report_stream();
  void write_out();

  const FollowOptions& options_;
  FollowForm form_;
  bool shows_;
  StreamFinder finder_;
  StreamList list_;
  std::optional<StreamFollower> follower_;
  Side sides_[2];  ///< client, server
  bool server_first_ = false;
  uint32_t stream_ = 0;           ///< that is followed
  std::vector<uint32_t> others_;  ///< streams between the same ends, with --flow
  uint64_t hits_ = 0, cut_packets_ = 0;
  StreamSearch search_;
  FollowText pieces_;
  ConversationText lines_;
  BlockOutput output_;
  Text text_;
};

FollowRequest Following::request_of(uint32_t stream) const {
  using Of = FollowRequest::Of;
  FollowRequest request;
  request.of = options_.http ? Of::Http : options_.kind == StreamKind::Udp ? Of::Udp : Of::Tcp;
  request.stream = stream;
  return request;
}

int Following::open_saved() {
  const std::string* const names[] = {&options_.save_client, &options_.save_server};
  for (size_t i = 0; i < 2; ++i) {
    if (names[i]->empty()) continue;
    auto file = SavedFile::open(
        *names[i], options_.overwrite ? SavedFile::IfThere::Overwrite : SavedFile::IfThere::Refuse,
        options_.file);
    if (!file) {
      for (Side& side : sides_)
        if (side.saved) side.saved->abandon();
      return complain(file.error(), cannot_save);
    }
    sides_[i].saved.emplace(std::move(*file));
  }
  return 0;
}

int Following::run() {
  auto source =
      open_watched(options_.file, shows_ && isatty(STDOUT_FILENO) != 0 ? Progress::Hidden : Progress::Shown);
  if (!source) return complain(source.error(), unreadable);
  if (const int code = open_saved(); code != 0) return code;
  int code = read(**source);
  for (const Damage& damage : (*source)->damage()) {
    std::fputs(text_of("warning: ", damage.what, '\n').c_str(), stderr);
    code = damaged;
  }
  const int found = finish();
  if (output_.failed() && output_.error() != EPIPE)
    return complain({text_of("cannot write to standard output: ", std::strerror(output_.error())), {}},
                    cannot_save);
  return found != 0 ? found : code;
}

int Following::read(Source& source) {
  FieldNeeds needs{.everything = false, .labels = false, .fields = {}};
  finder_.add_needs(needs);
  if (!options_.lists()) {
    const StreamFollower asked(request_of(0), {}, [](const FollowedPiece&) {});
    const StatisticNeeds more = asked.needs();
    needs.fields.insert(needs.fields.end(), more.fields.fields.begin(), more.fields.fields.end());
  }
  Dissector dissector(std::move(needs), Dissector::WithColumns::No);
  const auto batch = std::make_unique<Batch>();
  while (!output_.failed()) {
    const auto count = source.read(*batch);
    if (!count) return complain(count.error(), damaged);
    if (*count == 0) break;
    for (Packet& packet : batch->packets()) decode(packet, tree_dispatch());
    if (options_.kind == StreamKind::Tcp) dissector.expect(batch->packets());
    for (const Packet& packet : batch->packets()) {
      if (passes_by(packet, dissector)) continue;
      const FieldTree& tree = dissector.dissect(packet, frame_facts(source, packet));
      see(packet, tree);
    }
  }
  return 0;
}

/// Most packets are of other streams, which their headers tell.
bool Following::passes_by(const Packet& packet, Dissector& dissector) {
  if (!HeaderValues::is_plain(packet)) return false;
  const bool has_udp = std::any_of(packet.layers.begin(), packet.layers.end(),
                                   [](const Layer& layer) { return layer.protocol == ids::udp; });
  if (options_.kind == StreamKind::Udp && !options_.lists() && !has_udp) {
    finder_.note(StreamKind::Tcp);
    return true;
  }
  const SegmentFacts* const segment = dissector.judge(packet);
  if (segment == nullptr) {
    // Whoever wants TCP need not know which streams of UDP there are.
    if (options_.lists() || options_.kind == StreamKind::Udp) return false;
    if (has_udp) finder_.note(StreamKind::Udp);
    return true;
  }
  if (has_udp) return false;  // a tunnel with a stream of its own
  const StreamSighting* const sighting = finder_.find_in_headers(packet, *segment);
  if (sighting == nullptr) return false;
  if (!options_.lists()) return !may_be_chosen(*sighting);
  if (!options_.only_kind || options_.kind == StreamKind::Tcp) list_.add(*sighting, packet.number);
  return true;
}

bool Following::may_be_chosen(const StreamSighting& sighting) const {
  if (sighting.kind != options_.kind) return false;
  if (options_.stream) return sighting.stream == *options_.stream;
  const auto& [first, second] = *options_.ends;
  return (same_end(sighting.from, first) && same_end(sighting.to, second)) ||
         (same_end(sighting.from, second) && same_end(sighting.to, first));
}

bool Following::is_chosen(const StreamSighting& sighting) {
  if (!may_be_chosen(sighting)) return false;
  if (options_.stream) return true;
  if (!follower_ || sighting.stream == stream_) return true;
  // The same ends once more: another connection.
  if (others_.empty() || others_.back() != sighting.stream) others_.push_back(sighting.stream);
  return false;
}

void Following::see(const Packet& packet, const FieldTree& tree) {
  bool chosen = false;
  for (const StreamSighting& sighting : finder_.find(tree)) {
    if (options_.lists()) {
      if (!options_.only_kind || sighting.kind == options_.kind) list_.add(sighting, packet.number);
      continue;
    }
    if (!is_chosen(sighting)) continue;
    if (!follower_) begin(sighting);
    if (sighting.captured < sighting.length) ++cut_packets_;
    chosen = true;
  }
  if (chosen) follower_->add({.packet = packet, .tree = &tree});
}

void Following::begin(const StreamSighting& sighting) {
  stream_ = sighting.stream;
  server_first_ = sighting.from_server;
  sides_[server_first_ ? 1 : 0].end = sighting.from;
  sides_[server_first_ ? 0 : 1].end = sighting.to;
  follower_.emplace(request_of(stream_), StatisticFilter{},
                    [this](const FollowedPiece& piece) { take(piece); });
  if (options_.lists() || (form_ == FollowForm::Raw && shows_) || (!shows_ && options_.search.empty()))
    return;
  if (shows_ && form_ == FollowForm::Yaml) {
    const FollowEnd ends[2] = {sides_[0].end, sides_[1].end};
    pieces_.head(text_, {}, {}, ends);
  } else {
    text_.put(title_of(options_.kind), " stream ", stream_, ": client ",
              to_string(sides_[0].end.address, sides_[0].end.port), ", server ",
              to_string(sides_[1].end.address, sides_[1].end.port), '\n');
  }
}

void Following::take_gap(uint8_t side, const FollowedPiece& piece) {
  sides_[side].missing += piece.missing;
  search_.interrupt(side);
  if (!shows_) return;
  const std::string words = text_of(Grouped{piece.missing}, " bytes of the ", side_words[side],
                                    " are missing in the capture, before packet ", piece.packet);
  switch (form_) {
    case FollowForm::Ascii: lines_.remark(text_, side, words); break;
    case FollowForm::Hex: text_.put(side == 1 ? "\t[" : "[", words, "]\n"); break;
    case FollowForm::Yaml:
      text_.put("  - packet: ", piece.packet, "\n    peer: ", side, "\n    missing: ", piece.missing, '\n');
      break;
    default: break;  // raw: told at the end
  }
}

void Following::take_hits(uint8_t side, const FollowedPiece& piece) {
  search_.add(side, piece.bytes, [&](const StreamSearch::Hit& hit) {
    ++hits_;
    text_.put(side == 0 ? "> " : "< ", "packet ", piece.packet, ", byte ", Grouped{hit.offset}, ": ");
    for (const uint8_t byte : hit.around)
      text_.put(byte >= 0x20 && byte < 0x7f ? static_cast<char>(byte) : '.');
    text_.put('\n');
  });
}

void Following::take(const FollowedPiece& piece) {
  const auto side = static_cast<uint8_t>((piece.peer & 1) ^ (server_first_ ? 1 : 0));
  if (piece.missing != 0) {
    take_gap(side, piece);
  } else {
    sides_[side].bytes += piece.bytes.size();
    if (sides_[side].saved) sides_[side].saved->write(piece.bytes);
    if (!options_.search.empty()) take_hits(side, piece);
    if (shows_ && form_ == FollowForm::Ascii) {
      lines_.piece(text_, side, piece.bytes);
      if (options_.kind == StreamKind::Udp) lines_.end_line(text_);
    } else if (shows_) {
      FollowedPiece shown = piece;
      shown.peer = side;
      pieces_.piece(text_, shown);
    }
  }
  if (text_.size() > BlockOutput::block) write_out();
}

void Following::write_out() {
  output_.write(text_.view());
  text_.clear();
}

int Following::finish() {
  if (options_.lists()) return report_list();
  if (!follower_) {
    for (Side& side : sides_)
      if (side.saved) side.saved->abandon();
    return report_missing_stream();
  }
  follower_->finish();
  return report_stream();
}

int Following::report_list() {
  const Report report = list_.report();
  const Sink sink = [this](std::string_view part) { output_.write(part); };
  switch (options_.list_form) {
    case FollowOptions::ListForm::Json: write_json(report, sink); break;
    case FollowOptions::ListForm::Csv: write_csv(report, sink); break;
    case FollowOptions::ListForm::Text:
      if (report.rows == 0) {
        output_.write(
            text_of("no ", options_.only_kind ? "" : "TCP and no ", "UDP streams in ", options_.file, '\n'));
        break;
      }
      write_text(report, sink);
      output_.write(text_of(" one of them:  wiretale follow ", options_.file, " --stream N",
                            options_.only_kind ? " --udp\n" : "   (udp: and --udp)\n"));
  }
  output_.flush();
  return 0;
}

int Following::report_missing_stream() {
  const std::string_view title = title_of(options_.kind);
  const uint32_t count = finder_.count(options_.kind);
  const StreamKind other = options_.kind == StreamKind::Tcp ? StreamKind::Udp : StreamKind::Tcp;
  Error error{text_of(options_.file, " has no ", title, " streams"), {}};
  if (count != 0 && options_.stream) {
    error.what = text_of(options_.file, " has no ", title, " stream ", *options_.stream, ": it has ",
                         Grouped{count}, count == 1 ? ", number 0" : ", numbered 0 to ");
    if (count > 1) error.what += std::to_string(count - 1);
  } else if (count != 0) {
    const auto& [first, second] = *options_.ends;
    error.what =
        text_of(options_.file, " has ", Grouped{count}, ' ', title, " streams, but none between ",
                to_string(first.address, first.port), " and ", to_string(second.address, second.port));
  }
  error.next_step = text_of("list them:  wiretale follow ", options_.file);
  if (count == 0 && finder_.count(other) == 0)
    error.next_step = text_of("see what it holds:  wiretale info ", options_.file);
  else if (count == 0 && other == StreamKind::Udp)
    error.next_step = text_of("it has UDP streams:  wiretale follow ", options_.file, " --udp");
  else if (count == 0)
    error.next_step = text_of("it has TCP streams:  leave out --udp");
  return complain(error, wrong_usage);
}

int Following::report_stream() {
  if (shows_ && form_ == FollowForm::Ascii) lines_.end_line(text_);
  if (!options_.search.empty())
    text_.put(Grouped{hits_}, hits_ == 1 ? " place in " : " places in ", Grouped{sides_[0].bytes},
              " bytes of the client and ", Grouped{sides_[1].bytes}, " of the server\n");
  else if (shows_ && (form_ == FollowForm::Ascii || form_ == FollowForm::Hex))
    text_.put("client sent ", Grouped{sides_[0].bytes}, " bytes, server ", Grouped{sides_[1].bytes}, '\n');
  write_out();
  output_.flush();
  int code = options_.search.empty() || hits_ != 0 ? 0 : nothing_found;
  for (size_t i = 0; i < 2; ++i) {
    Side& side = sides_[i];
    if (side.saved) {
      if (const auto done = side.saved->finish(); !done)
        code = complain(done.error(), cannot_save);
      else
        std::fputs(text_of("saved ", Grouped{side.saved->size()}, " bytes of the ", side_words[i], " in ",
                           side.saved->path(), '\n')
                       .c_str(),
                   stderr);
    }
    if (side.missing != 0)
      std::fputs(text_of("warning: ", Grouped{side.missing}, " bytes of the ", side_words[i],
                         " are missing in the capture; what came after them is there\n")
                     .c_str(),
                 stderr);
  }
  if (cut_packets_ != 0)
    std::fputs(text_of("warning: ", Grouped{cut_packets_},
                       " packets of the stream were cut when they were captured; "
                       "their ends are missing\n  capture them whole:  a snap length of 0 (-s 0)\n")
                   .c_str(),
               stderr);
  if (follower_->overflowed())
    std::fputs("warning: too much came out of order; some of it may be told as missing\n", stderr);
  if (!others_.empty()) {
    Text also;
    for (size_t i = 0; i < others_.size() && i < 8; ++i) also.put(i == 0 ? "" : ", ", others_[i]);
    std::fputs(text_of("note: these ends have more streams, that come later: ", also.view(),
                       others_.size() > 8 ? ", ..." : "", "; choose with --stream\n")
                   .c_str(),
               stderr);
  }
  return code;
}

}  // namespace

int run_follow(int argc, char** argv) {
  const auto parsed = parse_follow_options(argc, argv);
  if (const Error* error = std::get_if<Error>(&parsed)) return complain(*error, wrong_usage);
  if (std::holds_alternative<FollowHelp>(parsed))
    return std::fwrite(help.data(), 1, help.size(), stdout) == help.size() ? 0 : 1;
  std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is told by write(2)
  return Following(std::get<FollowOptions>(parsed)).run();
}

}  // namespace wiretale
