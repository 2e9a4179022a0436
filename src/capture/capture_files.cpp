// Making, ending and deleting the files of a capture.
#include "capture/capture_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <ctime>

#include "base/text.h"

namespace wiretale {
namespace {

Error failed(std::string_view what, const std::string& path, std::string next_step = {}) {
  return {text_of(what, ' ', path, ": ", std::string_view{std::strerror(errno)}), std::move(next_step)};
}

std::string date_now() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  char date[32];
  return std::string(date, std::strftime(date, sizeof date, "%Y%m%d-%H%M%S", &local));
}

}  // namespace

std::expected<std::unique_ptr<CaptureFiles>, Error> CaptureFiles::open(CaptureFilesOptions options,
                                                                       const Source& source) {
  std::unique_ptr<CaptureFiles> files(new CaptureFiles(std::move(options), source));
  if (auto ready = files->open_folder(); !ready) return std::unexpected(ready.error());
  if (auto ready = files->open_next(); !ready) return std::unexpected(ready.error());
  return files;
}

CaptureFiles::~CaptureFiles() {
  writer_.reset();
  if (folder_ >= 0) close(folder_);
}

std::expected<void, Error> CaptureFiles::open_folder() {
  const std::string& path = options_.folder;
  if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
    return std::unexpected(failed("cannot make the folder", path, "name another one:  --to FOLDER"));
  // A link in the place of the folder is not followed: somebody else may have put it there.
  folder_ = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder_ < 0)
    return std::unexpected(failed("cannot use the folder", path, "name another one:  --to FOLDER"));
  return {};
}

std::expected<void, Error> CaptureFiles::open_next() {
  const std::string date = date_now();
  std::string name;
  int descriptor = -1;
  do {  // never a name that exists, whatever the clock does
    name = text_of(options_.name, '-', date, '-', Padded{++number_, 5, '0'}, ".pcapng");
    descriptor = openat(folder_, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  } while (descriptor < 0 && errno == EEXIST);
  const std::string path = options_.folder + "/" + name;
  if (descriptor < 0) return std::unexpected(failed("cannot write", path, "write elsewhere:  --to FOLDER"));
  writer_ = Writer::over(
      descriptor, path,
      {.interfaces = source_.interfaces(),
       .section = {
           .hardware = {}, .operating_system = {}, .application = {}, .comments = options_.comments}});
  paths_.push_back(path);
  while (paths_.size() > options_.files) (void)delete_oldest();
  return {};
}

bool CaptureFiles::delete_oldest() {
  if (paths_.size() < 2) return false;
  const std::string& oldest = paths_.front();
  (void)unlinkat(folder_, oldest.substr(oldest.find_last_of('/') + 1).c_str(), 0);
  paths_.pop_front();
  ++deleted_;
  return true;
}

std::expected<void, Error> CaptureFiles::make_room(const Error& error) {
  while (options_.recycles && writer_->disk_is_full() && delete_oldest())
    if (writer_->retry()) return {};
  return std::unexpected(error);
}

std::expected<void, Error> CaptureFiles::write(const Packet& packet) {
  auto written = writer_->write(packet);
  if (!written) {
    if (auto room = make_room(written.error()); !room) return room;
    if (written = writer_->write(packet); !written) return written;
  }
  ++packets_;
  if (writer_->bytes() < options_.file_bytes) return {};
  bytes_before_ += writer_->bytes();
  if (auto done = writer_->finish(); !done)
    if (auto room = make_room(done.error()); !room) return room;
  return open_next();
}

std::expected<void, Error> CaptureFiles::tick() {
  if (auto flushed = writer_->flush(); !flushed)
    if (auto room = make_room(flushed.error()); !room) return room;
  struct statvfs disk {};
  if (fstatvfs(folder_, &disk) != 0) return {};
  free_ = uint64_t{disk.f_bavail} * disk.f_frsize;
  while (free_ < options_.least_free) {
    if (!options_.recycles || !delete_oldest())
      return std::unexpected(
          Error{text_of("only ", Grouped{free_ >> 20}, " MiB are free on the disk of ", options_.folder,
                        ", less than --keep-free ", Grouped{options_.least_free >> 20}, "M"),
                "free some space, capture elsewhere with --to, or lower --keep-free"});
    if (fstatvfs(folder_, &disk) != 0) return {};
    free_ = uint64_t{disk.f_bavail} * disk.f_frsize;
  }
  return {};
}

std::expected<void, Error> CaptureFiles::finish() {
  for (size_t i = 0; i < source_.interfaces().size(); ++i)
    writer_->set_statistics(i, source_.interfaces()[i].received, source_.interfaces()[i].dropped);
  bytes_before_ += writer_->bytes();
  auto done = writer_->finish();
  writer_.reset();
  return done;
}

}  // namespace wiretale
