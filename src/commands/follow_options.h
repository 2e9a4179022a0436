// The options of `follow`.
#pragma once
#include <optional>
#include <string>
#include <variant>

#include "base/error.h"
#include "statistics/stream_list.h"

namespace wiretale {

struct FollowOptions {
  std::string file;
  StreamKind kind = StreamKind::Tcp;
  bool only_kind = false;  ///< --udp was said: the list has nothing else
  bool http = false;       ///< HTTP messages instead of bytes: decoded and put together
  std::optional<uint32_t> stream;
  std::optional<std::pair<FollowEnd, FollowEnd>> ends;
  std::optional<FollowForm> form;  ///< as --as says
  std::string search;              ///< empty: none
  std::string save_client, save_server;
  bool overwrite = false;
  enum class ListForm : uint8_t { Text, Json, Csv } list_form = ListForm::Text;

  [[nodiscard]] bool lists() const { return !stream && !ends; }
  [[nodiscard]] bool saves() const { return !save_client.empty() || !save_server.empty(); }
};

struct FollowHelp {};  ///< was asked for

/// What argv says, or that help was asked for, or what is wrong.
[[nodiscard]] std::variant<FollowOptions, FollowHelp, Error> parse_follow_options(int argc, char** argv);

}  // namespace wiretale
