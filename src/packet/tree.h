// The field tree of tier 2: typed values of fields, made on demand, flat in one buffer.
#pragma once
#include <vector>

#include "base/text.h"
#include "packet/dissection.h"
#include "packet/field.h"
#include "packet/layer.h"

namespace wiretale {

/// One line of the tree: a value of a field, a protocol (level 0), or mere words.
struct FieldValue {
  const Field* field;  ///< &line_of_words for mere words; a protocol's own field on level 0
  uint64_t number;  ///< the number; a signed one or the bits of a double by bit_cast; nanoseconds of a time
  Bytes bytes;      ///< the content of strings, addresses and byte runs
  uint32_t offset;  ///< from the first byte of its source
  uint32_t length;  ///< in bytes; 0 for computed fields
  uint32_t label = 0, label_size = 0;  ///< own words in the tree's text; size 0: as the declaration says
  ProtocolId protocol;
  uint8_t level;               ///< 0: a protocol; its fields are on 1 and deeper
  uint8_t occurrence;          ///< which layer of its protocol in this packet, from 1, for "ip.src#1"
  uint8_t source = 0;          ///< 0: the frame; otherwise which of the tree's messages
  bool generated : 1 = false;  ///< computed, not read: shown in [brackets]
  bool hidden : 1 = false;     ///< found by filters, not shown
  bool nowhere : 1 = false;    ///< stands for no bytes of any packet: expert information
  bool quoted : 1 = false;     ///< of a packet that an error message quotes
};

/// The field of lines that hold only words.
inline constexpr Field line_of_words{"text", "Text", varies, Type::None};

/// Which fields somebody asked for; what nobody asked for is not written.
struct FieldNeeds {
  bool everything = true;  ///< all fields
  bool labels = true;      ///< the words of lines too
  std::vector<const Field*> fields;

  [[nodiscard]] bool wants(const Field& field) const {
    if (everything) return true;
    for (const Field* wanted : fields)
      if (wanted == &field) return true;
    return false;
  }
};

/// All lines of one packet in the order of a depth-first walk; cleared and refilled, so it allocates only
/// while it grows.
class FieldTree {
 public:
  FieldTree() = default;
  explicit FieldTree(FieldNeeds needs) : needs_(std::move(needs)) {}

  void clear() {
    values_.clear();
    text_.clear();
    sources_.clear();
    block_ = content_used_ = 0;
  }
  [[nodiscard]] std::span<const FieldValue> values() const { return values_; }
  [[nodiscard]] const FieldNeeds& needs() const { return needs_; }
  /// The first value of a field, or null.
  [[nodiscard]] const FieldValue* find(const Field& field) const {
    for (const FieldValue& value : values_)
      if (value.field == &field) return &value;
    return nullptr;
  }
  /// The own words of a line; empty when it has none.
  [[nodiscard]] std::string_view words(const FieldValue& value) const {
    return text_.view().substr(value.label, value.label_size);
  }

  uint32_t add(const FieldValue& value) {
    values_.push_back(value);
    return static_cast<uint32_t>(values_.size() - 1);
  }
  [[nodiscard]] FieldValue& at(uint32_t index) { return values_[index]; }
  [[nodiscard]] Text& text() { return text_; }
  /// A copy of bytes that lives until clear().
  Bytes keep(Bytes bytes);

  /// Bytes beside the frame's that lines are about: reassembled, decompressed or decrypted ones.
  struct Source {
    std::string_view title;  ///< "Reassembled TCP"
    Bytes bytes;
  };
  /// The bytes must live until clear(). Returns the source's number for FieldValue and Dissection; the frame
  /// is 0.
  uint8_t add_source(std::string_view title, Bytes bytes) {
    if (sources_.size() < UINT8_MAX) sources_.push_back({title, bytes});
    return static_cast<uint8_t>(sources_.size());
  }
  /// Those beside the frame, number 1 first.
  [[nodiscard]] std::span<const Source> sources() const { return sources_; }

 private:
  FieldNeeds needs_;
  std::vector<FieldValue> values_;
  std::vector<Source> sources_;
  Text text_;
  std::vector<std::unique_ptr<uint8_t[]>>
      blocks_;  ///< of content, each of block_size bytes or one large copy
  std::vector<size_t> block_sizes_;
  size_t block_ = 0, content_used_ = 0;
};

/// A line just written, to say more of it. Empty (and without effect) when nobody wants the line.
class Item {
 public:
  Item() = default;
  Item(FieldTree& tree, uint32_t index) : tree_(&tree), index_(index) {}
  explicit operator bool() const { return tree_ != nullptr; }
  /// Whether words on it are read by anybody; ask before computing costly ones.
  [[nodiscard]] bool has_label() const { return tree_ != nullptr && tree_->needs().labels; }

  Item& generated() {
    if (tree_ != nullptr) tree_->at(index_).generated = true;
    return *this;
  }
  Item& hidden() {
    if (tree_ != nullptr) tree_->at(index_).hidden = true;
    return *this;
  }
  /// How many bytes the line stands for, when that is known only after what is below it.
  Item& length(size_t bytes) {
    if (tree_ != nullptr) tree_->at(index_).length = static_cast<uint32_t>(bytes);
    return *this;
  }
  /// Replaces the line's words.
  template <class... Parts>
  Item& label(const Parts&... parts) {
    if (!has_label()) return *this;
    Text& text = tree_->text();
    const size_t start = text.size();
    text.put(parts...);
    set(start);
    return *this;
  }
  /// Appends to the line's words.
  template <class... Parts>
  Item& more(const Parts&... parts) {
    if (!has_label()) return *this;
    Text& text = tree_->text();
    const size_t start = begin_copy();
    text.put(parts...);
    set(start);
    return *this;
  }

 private:
  /// Puts the words so far at the end of the tree's text, where they can grow.
  size_t begin_copy();
  void set(size_t start) {
    FieldValue& value = tree_->at(index_);
    value.label = static_cast<uint32_t>(start);
    value.label_size = static_cast<uint32_t>(tree_->text().size() - start);
  }
  FieldTree* tree_ = nullptr;
  uint32_t index_ = 0;
};

/// Wireshark's expert information: severities and groups by its numbers (PI_*).
enum class ExpertSeverity : uint32_t {
  Comment = 0x100000,
  Chat = 0x200000,
  Note = 0x400000,
  Warning = 0x600000,
  Error = 0x800000
};
enum class ExpertGroup : uint32_t {
  Checksum = 0x01000000,
  Sequence = 0x02000000,
  Response = 0x03000000,
  Request = 0x04000000,
  Undecoded = 0x05000000,
  Reassemble = 0x06000000,
  Malformed = 0x07000000,
  Debug = 0x08000000,
  Protocol = 0x09000000,
  Security = 0x0a000000,
  Comments = 0x0b000000,
  Decryption = 0x0c000000,
  Assumption = 0x0d000000,
  Deprecated = 0x0e000000,
  Receive = 0x0f000000,
  Interface = 0x10000000
};

/// Given to Protocol::dissect to write the lines of one layer. Fields outside of the layer's bytes are left
/// out.
class FieldWriter {
 public:
  /// `layer` is what dissect() gets; `offset` is where it begins in its source.
  FieldWriter(FieldTree& tree, Dissection& dissection, ProtocolId protocol, Bytes layer, uint32_t offset,
              uint8_t occurrence, uint8_t level = 0)
      : about(dissection),
        tree_(tree),
        protocol_(protocol),
        layer_(layer),
        offset_(offset),
        level_(level),
        occurrence_(occurrence) {}

  /// The same place in the tree as `beside`, about bytes that live until the tree is cleared.
  FieldWriter(const FieldWriter& beside, std::string_view source_title, Bytes bytes)
      : about(beside.about),
        tree_(beside.tree_),
        protocol_(beside.protocol_),
        layer_(bytes),
        offset_(0),
        level_(beside.level_),
        occurrence_(beside.occurrence_),
        root_(beside.root_) {
    about.byte_source = tree_.add_source(source_title, bytes);
  }

  /// The packet, its flow, its columns and what is kept from packet to packet.
  Dissection& about;

  /// Writes the protocol's own line on level 0; its words are the title until they are replaced.
  Item begin(const Field& own_field, size_t header_length);
  /// The protocol's own line.
  [[nodiscard]] Item root() const { return root_; }

  /// A field at its place in the layer.
  Item put(const Field& field) { return put_in(0, field); }
  /// The same in a part of the layer that begins at `start` (an option, a record).
  Item put_in(size_t start, const Field& field);
  /// A field that lies in `length` bytes at `at` from the layer's first byte; its number is read from them
  /// (big-endian) when there are at most 8.
  Item put(const Field& field, size_t at, size_t length);
  /// The same with the number given, for masked, little-endian or computed values. Without bytes in the frame
  /// `length` is 0.
  Item put(const Field& field, size_t at, size_t length, uint64_t number);
  /// A string or bytes that are not in the frame as they read (a DNS name); they are copied.
  Item put_text(const Field& field, size_t at, size_t length, Bytes text);
  Item put_text(const Field& field, size_t at, size_t length, std::string_view text) {
    return put_text(field, at, length, Bytes{reinterpret_cast<const uint8_t*>(text.data()), text.size()});
  }
  /// A line of words without a field; written only where words are wanted.
  template <class... Parts>
  Item put_words(size_t at, size_t length, const Parts&... parts) {
    if (!tree_.needs().labels) return {};
    Item item = add(line_of_words, at, length, 0, {});
    return item.label(parts...);
  }
  /// All fields of the list that have a place inside of the first `header` bytes.
  void put_placed(std::span<const Field* const> fields, size_t header);

  /// Expert information below the last line: `field` names the kind ("tcp.analysis.retransmission").
  template <class... Parts>
  void expert(const Field& field, ExpertSeverity severity, ExpertGroup group, const Parts&... parts) {
    if (!wants_expert(field)) return;
    expert_text_.clear();
    expert_text_.put(parts...);
    put_expert(field, severity, group, expert_text_.view());
  }

  // --- the columns of the packet list; without effect when nobody reads them ---

  [[nodiscard]] bool wants_columns() const { return about.columns != nullptr; }
  /// Replaces the protocol column.
  template <class... Parts>
  void protocol_column(const Parts&... parts) {
    if (about.columns != nullptr) replace(about.columns->protocol, parts...);
  }
  /// Replaces the info column.
  template <class... Parts>
  void info(const Parts&... parts) {
    if (about.columns == nullptr) return;
    about.columns->info.shorten(about.columns->info_kept);
    about.columns->info.put(parts...);
  }
  /// Puts words in front of the info column that protocols above do not replace.
  template <class... Parts>
  void info_prefix(const Parts&... parts) {
    if (about.columns == nullptr) return;
    Text& info = about.columns->info;
    const std::string rest(info.view());
    info.clear();
    info.put(parts...);
    about.columns->info_kept += info.size();
    info.append(rest);
  }
  /// Appends to the info column.
  template <class... Parts>
  void more_info(const Parts&... parts) {
    if (about.columns != nullptr) about.columns->info.put(parts...);
  }
  /// The addresses of this layer, 4 (IPv4), 6 (Ethernet) or 16 (IPv6) bytes of the packet, for the columns
  /// and for what is above.
  void addresses(Bytes source, Bytes destination);
  /// Adds a name to frame.protocols beside the protocol's own.
  void path(std::string_view name) {
    if (about.path != nullptr) about.path->push_back(name);
  }

  /// Dissects a packet that lies in `length` bytes at `at` of this layer, below the layer's line or the last
  /// one. Whatever the decoder found inside of this layer is passed over then.
  void inside(ProtocolId first, size_t at, size_t length);

  /// Whether anybody wants a field, to spare the work before it.
  [[nodiscard]] bool wants(const Field& field) const { return tree_.needs().wants(field); }
  [[nodiscard]] bool wants_labels() const { return tree_.needs().labels; }
  [[nodiscard]] FieldTree& tree() { return tree_; }
  [[nodiscard]] size_t size() const { return layer_.size(); }
  [[nodiscard]] Bytes layer() const { return layer_; }

  /// What follows is below the last line; see Deeper.
  void deeper() { ++level_; }
  void shallower() { --level_; }

 private:
  template <class... Parts>
  static void replace(Text& column, const Parts&... parts) {
    column.clear();
    column.put(parts...);
  }
  Item add(const Field& field, size_t at, size_t length, uint64_t number, Bytes bytes);
  [[nodiscard]] bool wants_expert(const Field& field) const;
  void put_expert(const Field& field, ExpertSeverity severity, ExpertGroup group, std::string_view message);

  FieldTree& tree_;
  ProtocolId protocol_;
  Bytes layer_;
  uint32_t offset_;
  uint8_t level_, occurrence_;
  Item root_;
  Text expert_text_{128};
};

/// Lines about bytes that are not in the frame (decrypted, put together): its writer stands where `out` does,
/// and its layer is a source of its own.
class OtherBytes {
 public:
  /// The bytes are copied.
  OtherBytes(FieldWriter& out, std::string_view title, Bytes bytes)
      : before_(out.about.byte_source), kept_(out.tree().keep(bytes)), writer(out, title, kept_) {}
  ~OtherBytes() { writer.about.byte_source = before_; }
  OtherBytes(const OtherBytes&) = delete;
  OtherBytes& operator=(const OtherBytes&) = delete;

 private:
  uint8_t before_;
  Bytes kept_;

 public:
  FieldWriter writer;
};

/// Lines written while it lives are below the line written last.
class Deeper {
 public:
  explicit Deeper(FieldWriter& out) : out_(out) { out_.deeper(); }
  ~Deeper() { out_.shallower(); }
  Deeper(const Deeper&) = delete;
  Deeper& operator=(const Deeper&) = delete;

 private:
  FieldWriter& out_;
};

}  // namespace wiretale
