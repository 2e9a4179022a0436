// Live capture in tcpdump's language: banner, signals, timers, statistics.
#include "commands/dump_live.h"

#include <unistd.h>

#include <csignal>
#include <cstdio>

#include "capture/live_source.h"
#include "capture/probe.h"
#include "commands/dump_output.h"
#include "commands/dump_setup.h"
#include "filter/capture_filter_advice.h"

namespace wiretale {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// What signals asked for. The source is told, too, because it may be waiting.
LiveSource* signalled_source = nullptr;
volatile std::sig_atomic_t stop_requested = 0, statistics_requested = 0, flush_requested = 0;

void note_signal(int number) {
  if (number == SIGUSR1)
    statistics_requested = 1;
  else if (number == SIGUSR2)
    flush_requested = 1;
  else
    stop_requested = 1;
  if (signalled_source == nullptr) return;
  if (stop_requested != 0)
    signalled_source->stop();
  else
    signalled_source->interrupt();
}

void watch_signals() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  for (const int number : {SIGUSR1, SIGUSR2}) sigaction(number, &action, nullptr);
  action.sa_flags = SA_RESETHAND;  // the second one ends the program at once
  for (const int number : {SIGINT, SIGTERM}) sigaction(number, &action, nullptr);
  struct sigaction hang_up {};
  sigaction(SIGHUP, nullptr, &hang_up);
  if (hang_up.sa_handler == SIG_DFL) sigaction(SIGHUP, &action, nullptr);  // nohup keeps its word
  std::signal(SIGPIPE, SIG_IGN);                                           // write(2) tells
}

class LiveDump {
 public:
  LiveDump(const DumpOptions& options, std::unique_ptr<LiveSource> source)
      : options_(options), source_(std::move(source)), output_(options), batch_(std::make_unique<Batch>()) {
    signalled_source = source_.get();
  }
  ~LiveDump() { signalled_source = nullptr; }

  int run();

 private:
  using Progress = DumpOutput::Progress;
  Progress take_batch();
  Progress tick();
  int end(Progress progress);
  /// tcpdump's statistics: three lines at the end, or one in between.
  enum class Form : uint8_t { Lines, OneLine };
  void say_statistics(Form form);
  void say_banner();

  const DumpOptions& options_;
  std::unique_ptr<LiveSource> source_;
  DumpOutput output_;
  std::unique_ptr<Batch> batch_;
  uint64_t captured_ = 0, to_skip_ = options_.packets_to_skip;
  bool counts_aloud_ = options_.line.verbose > 0 && !options_.write_file.empty() && !options_.print_too;
  Clock::time_point counted_ = Clock::now();
};

void LiveDump::say_banner() {
  const bool quiet = options_.write_file.empty() || options_.print_too;
  const bool hints = quiet && options_.line.verbose == 0;
  Text text;
  for (const Interface& each : source_->interfaces())
    if (each.name == "any" || !options_.link_type_name.empty())
      text.put("wiretale dump: data link type ", name_of_link_type(each.link_type).name, '\n');
  text.put("wiretale dump: ");
  if (hints) text.put("verbose output suppressed, use -v[v]... for full protocol decode\n");
  std::string_view before = "listening on ";
  for (const Interface& each : source_->interfaces()) text.put(std::exchange(before, ", "), each.name);
  text.put(", ");
  append_what_is_read(text, source_->interfaces().front());
  text.put(" bytes\n");
  std::fwrite(text.view().data(), 1, text.size(), stderr);
}

void LiveDump::say_statistics(Form form) {
  const CaptureCounts counts = source_->counts();
  const std::string_view between = form == Form::Lines ? "\n" : ", ";
  Text text;
  const auto say = [&](uint64_t count, std::string_view what) {
    text.put(count, count == 1 ? " packet " : " packets ", what);
  };
  if (form == Form::OneLine) text.put("wiretale dump: ");
  say(captured_, "captured");
  text.append(between);
  say(counts.received, "received by filter");
  text.append(between);
  say(counts.dropped, "dropped by kernel");
  if (counts.dropped_by_interface != 0) {
    text.append(between);
    say(counts.dropped_by_interface, "dropped by interface");
  }
  text.append('\n');
  std::fwrite(text.view().data(), 1, text.size(), stderr);
}

LiveDump::Progress LiveDump::take_batch() {
  for (const Packet& packet : batch_->packets()) {
    ++captured_;
    if (to_skip_ > 0) {
      --to_skip_;
      continue;
    }
    if (!output_.only_counts()) {
      const Progress progress = output_.take(packet, split_time(packet.time, options_.frame.precision));
      if (progress != Progress::GoOn) {
        if (progress == Progress::FileLimitReached) --captured_;  // as tcpdump, which opens no file for it
        return progress;
      }
    }
    if (captured_ - options_.packets_to_skip >= options_.packet_limit && to_skip_ == 0) return Progress::Stop;
  }
  // Nothing more is there at the moment: readers of a pipe get their lines now.
  if (batch_->count < Batch::capacity) output_.flush();
  return output_.failed() ? Progress::Stop : Progress::GoOn;
}

LiveDump::Progress LiveDump::tick() {
  if (statistics_requested != 0) {
    statistics_requested = 0;
    say_statistics(Form::OneLine);
  }
  if (DumpWriter* const writer = output_.writer()) {
    const auto progress = flush_requested != 0 ? writer->flush() : writer->tick();
    flush_requested = 0;
    if (!progress) {
      complain_of_dump(with_next_step(progress.error()));
      return Progress::Fail;
    }
    if (*progress == DumpWriter::Progress::FileLimitReached) return Progress::FileLimitReached;
    if (*progress == DumpWriter::Progress::NobodyReads) return Progress::Stop;
  }
  if (counts_aloud_ && Clock::now() - counted_ >= 1s) {
    counted_ = Clock::now();
    std::fprintf(stderr, "Got %llu\r", static_cast<unsigned long long>(captured_));
  }
  return Progress::GoOn;
}

int LiveDump::run() {
  if (!options_.write_file.empty())
    if (const auto opened = output_.open_writer(source_->interfaces().front()); !opened)
      return complain_of_dump(opened.error());
  if (const std::string problem = become(options_.user); !problem.empty()) return complain_of_dump(problem);
  say_banner();
  const auto most = output_.writer() != nullptr || counts_aloud_ ? 200ms : 1000ms;
  Progress progress = Progress::GoOn;
  while (progress == Progress::GoOn) {
    if (const auto read = source_->read_for(*batch_, most); !read) {
      output_.flush();
      complain_of_dump("pcap_loop: ", with_next_step(read.error()));
      progress = Progress::Fail;
      break;
    }
    for (const std::string& news : source_->take_news()) complain_of_dump(news);
    if (source_->ended()) break;
    if (batch_->count > 0) progress = take_batch();
    if (progress == Progress::GoOn) progress = tick();
  }
  return end(progress);
}

int LiveDump::end(Progress progress) {
  if (progress == Progress::FileLimitReached)
    std::fprintf(stderr, "Maximum file limit reached: %llu\n",
                 static_cast<unsigned long long>(options_.file_count));
  // A line may have been cut by the terminal's ^C.
  if (progress == Progress::GoOn && options_.write_file.empty()) output_.put("\n");
  const int written = output_.finish();
  say_statistics(Form::Lines);
  return progress == Progress::Fail ? dump_failure : written;
}

}  // namespace

std::expected<std::vector<CaptureOptions>, Error> devices_of(const DumpOptions& options) {
  const auto filter = dump_filter_text(options);
  if (!filter) return std::unexpected(Error{filter.error(), ""});
  std::vector<std::string> words = options.interfaces;
  if (words.empty()) {
    const auto all = list_devices();
    if (!all) return std::unexpected(all.error());
    if (all->empty()) return std::unexpected(Error{"no interface can be captured on", "-D lists them"});
    words.push_back(all->front().name);
  }
  std::vector<CaptureOptions> devices;
  for (const std::string& word : words) {
    auto device = device_of_word(word);
    if (!device) return std::unexpected(device.error());
    devices.push_back({.device = std::move(*device),
                       .filter = *filter,
                       .optimise_filter = options.optimise_filter,
                       .snap_length = options.snap_length,
                       .buffer_bytes = options.buffer_bytes,
                       .promiscuous = options.promiscuous,
                       .immediate = options.immediate,
                       .monitor_mode = options.monitor_mode,
                       .direction = options.direction,
                       .link_type_name = options.link_type_name,
                       .time_stamp_type = options.time_stamp_type});
  }
  return devices;
}

int run_live_dump(const DumpOptions& options) {
  const auto devices = devices_of(options);
  if (!devices) return complain_of_dump(with_next_step(devices.error()));
  std::vector<std::string> warnings;
  if (options.program_listing != 0) {
    const auto probe = Probe::open(devices->front(), Probe::Purpose::Ask, warnings);
    if (!probe) return complain_of_dump(with_next_step(probe.error()));
    const auto program = probe->compile(devices->front());
    if (!program) return complain_of_dump(described(program.error(), devices->front().filter));
    return list_program(*program, options);
  }
  watch_signals();
  auto source = LiveSource::open(*devices, warnings);
  for (const std::string& warning : warnings) complain_of_dump(warning);
  if (!source) return complain_of_dump(with_next_step(source.error()));
  if (const std::string warning = warning_about(devices->front().filter); !warning.empty())
    complain_of_dump("warning: ", warning);
  for (const Interface& each : (*source)->interfaces())
    if (each.link_type != (*source)->interfaces().front().link_type)
      return complain_of_dump(
          each.name, " has another link type than ", (*source)->interfaces().front().name,
          ", and tcpdump's language knows only one at a time\n  use wiretale read -i ... -i ...");
  return LiveDump(options, std::move(*source)).run();
}

}  // namespace wiretale
