// The tokens of display filters.
#pragma once
#include <expected>
#include <string>
#include <vector>

#include "filter/display/error.h"

namespace wiretale::display {

enum class TokenKind : unsigned char {
  End,
  Word,       ///< a name, a number, an address, bytes: what it is the checker finds out
  FieldName,  ///< ".tcp.port": certainly a field
  Literal,    ///< ":80", "00:01:02", "fe80::1": certainly a value
  String,
  Character,
  Reference,  ///< "${tcp.port}"
  Brackets,   ///< "[0:4]"; `text` is what is between them
  Layer,      ///< "#2", "#[-1]"; `text` is the number or what is between the brackets
  And,
  Or,
  ExclusiveOr,  ///< Wireshark 4.2 and later
  Not,
  Any,
  All,
  In,
  Equal,
  AllEqual,
  NotEqual,  ///< true when no value is equal
  AnyNotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Contains,
  Matches,
  BitAnd,
  Plus,
  Minus,
  Times,
  Divide,
  Modulo,
  OpenParenthesis,
  CloseParenthesis,
  OpenBrace,
  CloseBrace,
  Comma,
  DotDot
};

struct Token {
  TokenKind kind = TokenKind::End;
  Span where;
  std::string text = {};  ///< of strings with the escapes resolved
};

/// The tokens of a filter; the last one is End.
[[nodiscard]] std::expected<std::vector<Token>, FilterError> lex(std::string_view filter);

}  // namespace wiretale::display
