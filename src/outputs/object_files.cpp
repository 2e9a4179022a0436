// Files of objects found in packets.
#include "outputs/object_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/text.h"

namespace wiretale {
namespace {

constexpr size_t longest_name = 255;  // of most file systems
constexpr unsigned most_of_one_name = 10'000;

/// Where the extension begins, dot included; the end when there is none.
size_t extension_of(std::string_view name) {
  const size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name.size() : dot;
}

/// The name with `mark` in front of its extension, at most longest_name bytes.
std::string marked(std::string_view name, std::string_view mark) {
  const size_t dot = extension_of(name);
  const std::string_view extension = name.substr(dot).substr(0, longest_name / 2);
  const std::string_view stem = name.substr(0, std::min(dot, longest_name - mark.size() - extension.size()));
  return text_of(stem, mark, extension);
}

}  // namespace

std::string safe_file_name(std::string_view path) {
  const bool only_slashes = !path.empty() && path.find_first_not_of('/') == std::string_view::npos;
  std::string_view last = path;
  if (only_slashes) {
    last = "/";
  } else {
    while (last.ends_with('/')) last.remove_suffix(1);
    last = last.substr(last.rfind('/') + 1);
  }
  if (last == "." || last == "..") return {};
  constexpr std::string_view refused = "<>:\"/\\|?*";
  std::string name;
  for (const char c : last) {
    const auto byte = static_cast<uint8_t>(c);
    if (byte < 0x20 || byte == 0x7f || refused.contains(c))
      name += text_of('%', Hex{byte, 2});
    else
      name += c;
  }
  return name;
}

std::expected<ObjectFiles, Error> ObjectFiles::open(const std::string& folder) {
  const auto problem = [&](std::string_view what) {
    return std::unexpected(Error{text_of("cannot ", what, ' ', folder, ": ", std::strerror(errno)),
                                 "objects are written as files into a folder: --export-objects http,FOLDER"});
  };
  if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) return problem("make the folder");
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return problem("open the folder");
  return ObjectFiles(folder, handle);
}

ObjectFiles::ObjectFiles(ObjectFiles&& other) noexcept
    : folder_(std::move(other.folder_)), handle_(std::exchange(other.handle_, -1)) {}

ObjectFiles::~ObjectFiles() {
  if (handle_ >= 0) ::close(handle_);
}

int ObjectFiles::create(const std::string& name) const {
  return ::openat(handle_, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
}

std::expected<void, Error> ObjectFiles::write(std::string_view path, uint32_t frame, Bytes content) {
  std::string name = safe_file_name(path);
  if (name.empty()) name = text_of("object", frame);
  name = marked(name, {});
  std::string taken = name;
  int file = create(name);
  for (unsigned i = 1; file < 0 && errno == EEXIST && i < most_of_one_name; ++i) {
    taken = marked(name, text_of('(', i, ')'));
    file = create(taken);
  }
  const auto problem = [&] {
    return std::unexpected(
        Error{text_of("cannot write ", taken, " in ", folder_, ": ", std::strerror(errno)), {}});
  };
  if (file < 0) return problem();
  bool whole = true;
  while (!content.empty() && whole) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0)
      whole = false;
    else
      content = content.subspan(static_cast<size_t>(written));
  }
  if (::close(file) != 0) whole = false;
  if (!whole) return problem();
  return {};
}

}  // namespace wiretale
