// How a followed stream is shown: as text, hexadecimal, raw digits or YAML, in tshark's forms.
#pragma once
#include <optional>

#include "base/address.h"
#include "base/text.h"
#include "flow/followed_stream.h"

namespace wiretale {

enum class FollowForm : uint8_t { Ascii, Ebcdic, Hex, Raw, Yaml };
/// By its name as tshark has it: "ascii", "ebcdic", "hex", "raw", "yaml".
[[nodiscard]] std::optional<FollowForm> follow_form(std::string_view name);

struct FollowEnd {
  bool known = false;
  Address address;
  uint16_t port = 0;
};

class FollowText {
 public:
  /// Only the pieces `first` to `last`, counted from 1, are shown.
  explicit FollowText(FollowForm form, uint64_t first = 1, uint64_t last = UINT64_MAX)
      : form_(form), first_(first), last_(last) {}

  /// `what`: "tcp,ascii"; `filter`: which stream; `ends`: its peers 0 and 1.
  void head(Text& text, std::string_view what, std::string_view filter, const FollowEnd (&ends)[2]) const;
  void piece(Text& text, const FollowedPiece& piece);
  void foot(Text& text) const;

 private:
  void characters(Text& text, Bytes bytes) const;
  void hex_lines(Text& text, Bytes bytes, uint64_t offset, uint8_t peer) const;

  FollowForm form_;
  uint64_t first_, last_, seen_ = 0;
  uint64_t offsets_[2] = {0, 0};
};

/// A run of bytes in base64, in lines of 76 characters that begin with `indent`.
void append_base64_lines(Text& text, Bytes bytes, std::string_view indent);

}  // namespace wiretale
