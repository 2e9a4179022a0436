// wiretale capture: the safe way to capture, with limits, anywhere on the machine.
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "base/escapes.h"
#include "capture/capture_files.h"
#include "capture/live_source.h"
#include "capture/namespaces.h"
#include "capture/privileges.h"
#include "commands/capture_options.h"
#include "commands/commands.h"

namespace wiretale {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr int wrong_usage = 2, not_allowed = 3, no_such_place = 5;

LiveSource* signalled_source = nullptr;
volatile std::sig_atomic_t interrupted = 0;
void stop_capture(int) {
  interrupted = 1;
  if (signalled_source != nullptr) signalled_source->stop();
}

int complain(const Error& error, int status) {
  std::fputs(text_of("error: ", error.what, '\n').c_str(), stderr);
  if (!error.next_step.empty()) std::fputs(text_of("  ", error.next_step, '\n').c_str(), stderr);
  return status;
}

std::expected<NetworkNamespace, Error> target_of(const SafeCaptureOptions& options) {
  if (!options.network_namespace.empty()) return NetworkNamespace::of_name(options.network_namespace);
  if (options.process) return NetworkNamespace::of_process(*options.process);
  if (!options.process_name.empty()) return NetworkNamespace::of_process_name(options.process_name);
  return NetworkNamespace::own();
}

class SafeCapture {
 public:
  SafeCapture(const SafeCaptureOptions& options, NetworkNamespace where)
      : options_(options), where_(std::move(where)), batch_(std::make_unique<Batch>()) {}
  ~SafeCapture() { signalled_source = nullptr; }
  int run();

 private:
  [[nodiscard]] int open();
  [[nodiscard]] std::expected<void, Error> start_command();
  /// Takes what is there; the error that ends the capture.
  [[nodiscard]] std::expected<void, Error> step();
  [[nodiscard]] std::expected<void, Error> take_batch();
  void look_at_limits();
  void stop(std::string_view why);
  void show_status();
  int report(int status);
  void explain_emptiness(const CaptureCounts& counts);
  void write_json(const CaptureCounts& counts);

  const SafeCaptureOptions& options_;
  NetworkNamespace where_;
  std::unique_ptr<LiveSource> source_;
  std::unique_ptr<CaptureFiles> files_;
  std::unique_ptr<Batch> batch_;
  TrafficTable traffic_;
  std::vector<InterfaceTraffic> traffic_before_;
  Clock::time_point began_ = Clock::now(), ticked_, shown_;
  uint64_t bytes_ = 0, bytes_shown_ = 0;
  pid_t child_ = 0;
  int child_status_ = 0;
  bool stopped_ = false;
  std::string ended_by_ = "interrupted";
};

int SafeCapture::open() {
  std::vector<CaptureOptions> devices;
  for (const std::string& name : options_.interfaces)
    devices.push_back({.device = name,
                       .filter = options_.filter,
                       .snap_length = options_.snap_length,
                       .buffer_bytes = options_.buffer_bytes,
                       .promiscuous = options_.promiscuous,
                       .awaits_return = true});
  std::vector<std::string> warnings;
  std::expected<std::unique_ptr<LiveSource>, Error> source;
  const auto entered = where_.run([&] {
    traffic_.open();
    traffic_before_ = traffic_.read();
    source = LiveSource::open(devices, warnings);
  });
  if (!entered) return complain(entered.error(), not_allowed);
  for (const std::string& warning : warnings) std::fputs(text_of("warning: ", warning, '\n').c_str(), stderr);
  if (!source) {
    const std::string_view what = source.error().what;
    return complain(source.error(), what.starts_with("not allowed")                         ? not_allowed
                                    : what.find("No such device") != std::string_view::npos ? no_such_place
                                                                                            : wrong_usage);
  }
  source_ = std::move(*source);
  source_->describe(where_.description());
  signalled_source = source_.get();
  struct sigaction action {};
  action.sa_handler = stop_capture;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) sigaction(number, &action, nullptr);

  std::string name = options_.name;
  if (name.empty()) name = options_.interfaces.size() == 1 ? options_.interfaces.front() : "capture";
  auto files = CaptureFiles::open({.folder = options_.folder,
                                   .name = name,
                                   .file_bytes = options_.file_bytes,
                                   .files = options_.files,
                                   .least_free = options_.least_free,
                                   .recycles = !options_.stops_when_full,
                                   .comments = {text_of("captured by wiretale in ", where_.description())}},
                                  *source_);
  if (!files) return complain(files.error(), not_allowed);
  files_ = std::move(*files);
  return 0;
}

std::expected<void, Error> SafeCapture::start_command() {
  if (options_.command.empty()) return {};
  child_ = fork();
  if (child_ < 0)
    return std::unexpected(
        Error{text_of("cannot start a process: ", std::string_view{std::strerror(errno)}), ""});
  if (child_ > 0) return {};
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) std::signal(number, SIG_DFL);
  execvp(options_.command.front(), options_.command.data());
  std::fputs(text_of("error: cannot run ", std::string_view{options_.command.front()}, ": ",
                     std::string_view{std::strerror(errno)}, '\n')
                 .c_str(),
             stderr);
  _exit(127);
}

void SafeCapture::stop(std::string_view why) {
  if (stopped_) return;
  stopped_ = true;
  ended_by_ = why;
  source_->stop();
}

void SafeCapture::look_at_limits() {
  if (options_.duration.count() != 0 && Clock::now() - began_ >= options_.duration) stop("duration");
  if (child_ > 0 && waitpid(child_, &child_status_, WNOHANG) == child_) {
    child_ = -1;
    stop("command");
  }
}

std::expected<void, Error> SafeCapture::take_batch() {
  for (const Packet& packet : batch_->packets()) {
    if (options_.packets != 0 && files_->packets() >= options_.packets) break;
    if (auto written = files_->write(packet); !written) return written;
    bytes_ += packet.bytes.size();
    if (options_.bytes != 0 && bytes_ >= options_.bytes) stop("bytes");
  }
  if (options_.packets != 0 && files_->packets() >= options_.packets) stop("packets");
  return {};
}

std::expected<void, Error> SafeCapture::step() {
  if (auto read = source_->read_for(*batch_, 100ms); !read) return read;
  for (const std::string& news : source_->take_news())
    std::fputs(text_of("note: ", news, '\n').c_str(), stderr);
  if (auto taken = take_batch(); !taken) return taken;
  look_at_limits();
  if (Clock::now() - ticked_ < 400ms) return {};
  ticked_ = Clock::now();
  auto fine = files_->tick();
  show_status();
  return fine;
}

void SafeCapture::show_status() {
  if (isatty(STDERR_FILENO) == 0 || options_.json) return;
  const double seconds = std::chrono::duration<double>(Clock::now() - shown_).count();
  const double rate =
      shown_ == Clock::time_point{} ? 0 : static_cast<double>(bytes_ - bytes_shown_) / seconds;
  shown_ = Clock::now();
  bytes_shown_ = bytes_;
  const CaptureCounts counts = source_->counts();
  Text text;
  text.put('\r', Grouped{files_->packets()}, " packets, ", Fixed{rate / 1e6, 1}, " MB/s, ",
           Grouped{counts.dropped}, " dropped, ", Grouped{files_->free_bytes() >> 20}, " MiB free");
  const double room = static_cast<double>(files_->free_bytes()) - static_cast<double>(options_.least_free);
  if (rate > 0 && room > 0 && room / rate < 86'400)
    text.put(", fills in ", static_cast<uint64_t>(room / rate / 60), " min");
  text.append("\x1b[K");
  std::fwrite(text.view().data(), 1, text.size(), stderr);
}

int SafeCapture::run() {
  if (const int status = open(); status != 0) return status;
  if (auto started = start_command(); !started) return complain(started.error(), not_allowed);
  // The rights to capture are not needed any more, nor by what reads the packets' bytes.
  if (auto dropped = drop_privileges(); !dropped)
    std::fputs(text_of("warning: ", dropped.error().what, '\n').c_str(), stderr);
  std::fputs(text_of("capturing in ", where_.description(), ", into ", files_->paths().back(), '\n').c_str(),
             stderr);
  int status = 0;
  while (!source_->ended())
    if (const auto fine = step(); !fine) {
      if (isatty(STDERR_FILENO) != 0) std::fputs("\r\x1b[K", stderr);
      status = complain(fine.error(), not_allowed);
      ended_by_ = "error";
      break;
    }
  return report(status);
}

int SafeCapture::report(int status) {
  const CaptureCounts counts = source_->counts();
  if (auto done = files_->finish(); !done && status == 0) status = complain(done.error(), not_allowed);
  if (isatty(STDERR_FILENO) != 0) std::fputs("\r\x1b[K", stderr);
  if (options_.json) {
    write_json(counts);
  } else {
    Text text;
    text.put(Grouped{counts.received}, " packets received, ", Grouped{files_->packets()}, " written, ",
             Grouped{counts.dropped}, " dropped by the kernel, ",
             Grouped{counts.received - counts.dropped - files_->packets()}, " turned away\n");
    for (const std::string& path : files_->paths()) text.put("  ", path, '\n');
    if (files_->deleted_files() != 0)
      text.put("  (", files_->deleted_files(), " older files were deleted)\n");
    std::fwrite(text.view().data(), 1, text.size(), stderr);
  }
  if (files_->packets() == 0) explain_emptiness(counts);
  if (status == 0 && child_ == -1)
    return WIFEXITED(child_status_) ? WEXITSTATUS(child_status_) : 128 + WTERMSIG(child_status_);
  if (child_ > 0) kill(child_, SIGTERM);
  return status;
}

/// Why nothing was captured: where we looked, and where packets passed meanwhile.
void SafeCapture::explain_emptiness(const CaptureCounts& counts) {
  const std::vector<InterfaceTraffic> now = traffic_.read();
  Text text;
  text.put("Nothing was captured in ", where_.description(), ".\n");
  bool any = false;
  for (const InterfaceTraffic& each : now)
    for (const InterfaceTraffic& before : traffic_before_)
      if (before.name == each.name && each.packets > before.packets) {
        any = true;
        text.put("  ", each.name, ": ", Grouped{each.packets - before.packets},
                 " packets passed meanwhile\n");
      }
  if (!any)
    text.put("  no packet passed any of its ", now.size(), " interfaces: is it the right namespace?\n");
  else if (!options_.filter.empty() && counts.received == 0)
    text.put("  none of them matched the filter: ", options_.filter, "\n");
  else
    text.put("  but not on ", options_.interfaces.front(),
             ": name another interface with --on, or any for all\n");
  std::fwrite(text.view().data(), 1, text.size(), stderr);
}

void SafeCapture::write_json(const CaptureCounts& counts) {
  Text text;
  text.put("{\"schema\":\"wiretale/capture/1\",\"where\":");
  append_json_string(text, where_.description());
  text.put(
      ",\"ended_by\":\"", ended_by_, "\",\"received\":", counts.received, ",\"written\":", files_->packets(),
      ",\"turned_away\":", counts.received - counts.dropped - files_->packets(),
      ",\"dropped\":", counts.dropped, ",\"ring_was_full\":", counts.freezes, ",\"bytes\":", files_->bytes(),
      ",\"seconds\":", Fixed{std::chrono::duration<double>(Clock::now() - began_).count(), 3},
      ",\"deleted_files\":", files_->deleted_files(), ",\"files\":[");
  std::string_view between;
  for (const std::string& path : files_->paths()) {
    text.append(between);
    append_json_string(text, path);
    between = ",";
  }
  text.append("]}\n");
  std::fwrite(text.view().data(), 1, text.size(), stdout);
}

}  // namespace

int run_capture(int argc, char** argv) {
  const auto options = parse_capture_options(argc, argv);
  if (!options) {
    std::fputs(text_of("error: ", options.error(), "\n  wiretale capture -h shows the options.\n").c_str(),
               stderr);
    return wrong_usage;
  }
  if (options->help) return std::fputs(std::string(capture_help()).c_str(), stdout) < 0 ? not_allowed : 0;
  auto where = target_of(*options);
  if (!where) return complain(where.error(), no_such_place);
  return SafeCapture(*options, std::move(*where)).run();
}

}  // namespace wiretale
