// Packet programs: checking, fusing and running them.
#include "filter/packet_program.h"

#include <algorithm>

namespace wiretale {
namespace {

// Codes of classic BPF: class in the low three bits.
enum Class : uint16_t { Ld = 0, Ldx = 1, St = 2, Stx = 3, Alu = 4, Jmp = 5, Ret = 6, Misc = 7 };
constexpr uint16_t W = 0x00, H = 0x08, B = 0x10;                                            // sizes
constexpr uint16_t Imm = 0x00, Abs = 0x20, Ind = 0x40, Mem = 0x60, Len = 0x80, Msh = 0xa0;  // modes
constexpr uint16_t by_x = 0x08;
constexpr uint32_t memory_cells = 16;
/// Backward jumps (protochain's loops) one packet may take; each advances by at least 8 bytes.
constexpr uint32_t most_loops = 65'536;

#define WIRETALE_OPERATIONS(X)                                                                               \
  X(LoadWord)                                                                                                \
  X(LoadHalf)                                                                                                \
  X(LoadByte)                                                                                                \
  X(LoadWordAtX)                                                                                             \
  X(LoadHalfAtX)                                                                                             \
  X(LoadByteAtX)                                                                                             \
  X(LoadConstant)                                                                                            \
  X(LoadMemory)                                                                                              \
  X(LoadLength) X(SetXConstant) X(SetXMemory) X(SetXLength) X(SetXHeader) X(StoreA) X(StoreX) X(Add) X(Sub)  \
      X(Mul) X(Div) X(Mod) X(And) X(Or) X(Xor) X(ShiftLeft) X(ShiftRight) X(AddX) X(SubX) X(MulX) X(DivX)    \
          X(ModX) X(AndX) X(OrX) X(XorX) X(ShiftLeftX) X(ShiftRightX) X(Negate) X(Jump) X(JumpBack)          \
              X(IfEqual) X(IfGreater) X(IfAtLeast) X(IfSet) X(IfEqualX) X(IfGreaterX) X(IfAtLeastX)          \
                  X(IfSetX) X(ReturnConstant) X(ReturnA) X(XFromA) X(AFromX) X(WordIfEqual) X(WordIfGreater) \
                      X(WordIfAtLeast) X(WordIfSet) X(HalfIfEqual) X(HalfIfGreater) X(HalfIfAtLeast)         \
                          X(HalfIfSet) X(ByteIfEqual) X(ByteIfGreater) X(ByteIfAtLeast) X(ByteIfSet)         \
                              X(WordAtXIfEqual) X(WordAtXIfGreater) X(WordAtXIfAtLeast) X(WordAtXIfSet)      \
                                  X(HalfAtXIfEqual) X(HalfAtXIfGreater) X(HalfAtXIfAtLeast) X(HalfAtXIfSet)  \
                                      X(ByteAtXIfEqual) X(ByteAtXIfGreater) X(ByteAtXIfAtLeast)              \
                                          X(ByteAtXIfSet)

enum Operation : uint8_t {
#define X(name) name,
  WIRETALE_OPERATIONS(X)
#undef X
      Unknown
};

Operation load_operation(uint16_t code) {
  switch (code & ~7u) {
    case W | Abs: return LoadWord;
    case H | Abs: return LoadHalf;
    case B | Abs: return LoadByte;
    case W | Ind: return LoadWordAtX;
    case H | Ind: return LoadHalfAtX;
    case B | Ind: return LoadByteAtX;
    case W | Imm: return LoadConstant;
    case W | Mem: return LoadMemory;
    case W | Len: return LoadLength;
    default: return Unknown;
  }
}

Operation index_operation(uint16_t code) {
  switch (code & ~7u) {
    case W | Imm: return SetXConstant;
    case W | Mem: return SetXMemory;
    case W | Len: return SetXLength;
    case B | Msh: return SetXHeader;
    default: return Unknown;
  }
}

Operation arithmetic_operation(uint16_t code) {
  constexpr Operation by_constant[] = {Add, Sub, Mul, Div, Or, And, ShiftLeft, ShiftRight, Negate, Mod, Xor};
  constexpr Operation by_index[] = {AddX,       SubX,        MulX,   DivX, OrX, AndX,
                                    ShiftLeftX, ShiftRightX, Negate, ModX, XorX};
  const unsigned which = code >> 4;
  if (which >= std::size(by_constant)) return Unknown;
  return (code & by_x) != 0 ? by_index[which] : by_constant[which];
}

Operation jump_operation(uint16_t code) {
  constexpr Operation by_constant[] = {Jump, IfEqual, IfGreater, IfAtLeast, IfSet};
  constexpr Operation by_index[] = {Jump, IfEqualX, IfGreaterX, IfAtLeastX, IfSetX};
  const unsigned which = code >> 4;
  if (which >= std::size(by_constant)) return Unknown;
  return (code & by_x) != 0 ? by_index[which] : by_constant[which];
}

Operation operation_of(uint16_t code) {
  if (code > 0xff) return Unknown;
  switch (code & 7) {
    case Ld: return load_operation(code);
    case Ldx: return index_operation(code);
    case St: return StoreA;
    case Stx: return StoreX;
    case Alu: return arithmetic_operation(code);
    case Jmp: return jump_operation(code);
    case Ret: return (code & 0x18) == 0x10 ? ReturnA : (code & 0x18) == 0 ? ReturnConstant : Unknown;
    default: return (code & 0xf8) == 0 ? XFromA : (code & 0xf8) == 0x80 ? AFromX : Unknown;
  }
}

bool is_conditional(unsigned operation) { return operation >= IfEqual && operation <= IfSetX; }

size_t width_of(unsigned load) {
  return load == LoadWord || load == LoadWordAtX ? 4 : load == LoadHalf || load == LoadHalfAtX ? 2 : 1;
}

}  // namespace

std::optional<PacketProgram> PacketProgram::from(std::span<const BpfInstruction> program) {
  PacketProgram result;
  if (program.empty() || program.size() > 65'535) return {};
  for (size_t i = 0; i < program.size(); ++i) {
    const BpfInstruction& in = program[i];
    Step step{.operation = operation_of(in.code),
              .on_true = static_cast<uint16_t>(i + 1),
              .on_false = static_cast<uint16_t>(i + 1),
              .operand = in.operand,
              .offset = in.operand,
              .mask = ~uint32_t{0}};
    const auto target = [&](int64_t distance) -> std::optional<uint16_t> {
      const int64_t to = static_cast<int64_t>(i) + 1 + distance;
      if (to < 0 || to >= static_cast<int64_t>(program.size())) return {};
      return static_cast<uint16_t>(to);
    };
    if (step.operation == Unknown) return {};
    if ((step.operation == LoadMemory || step.operation == SetXMemory || step.operation == StoreA ||
         step.operation == StoreX) &&
        in.operand >= memory_cells)
      return {};
    if ((step.operation == Div || step.operation == Mod) && in.operand == 0) return {};
    if (step.operation == Jump) {
      const auto distance = static_cast<int32_t>(in.operand);
      const auto to = target(distance);
      if (!to) return {};
      step.on_true = *to;
      if (distance < 0) step.operation = JumpBack;
    } else if (is_conditional(step.operation)) {
      const auto on_true = target(in.jump_true), on_false = target(in.jump_false);
      if (!on_true || !on_false) return {};
      step.on_true = *on_true;
      step.on_false = *on_false;
    } else if (i + 1 == program.size() && step.operation != ReturnConstant && step.operation != ReturnA) {
      return {};
    }
    result.steps_.push_back(step);
  }
  result.fuse();
  return result;
}

// A load at a place, an optional mask and a comparison with a constant become one step, put where the load
// is. Jumps into the middle still find the single instructions.
void PacketProgram::fuse() {
  accepts_everything_ = steps_[0].operation == ReturnConstant && steps_[0].operand != 0;
  for (size_t i = 0; i < steps_.size(); ++i) {
    Step& load = steps_[i];
    if (load.operation > LoadByteAtX && load.operation != SetXHeader) continue;
    if (load.operation <= LoadByte || load.operation == SetXHeader) {
      const size_t width = load.operation == SetXHeader ? 1 : width_of(load.operation);
      // A program may name a place that no packet has; such a load stays checked.
      reach_ = std::max(reach_, size_t{load.offset} + width);
    }
    if (load.operation == SetXHeader) continue;
    size_t next = i + 1;
    const bool masked = steps_[next].operation == And;
    if (masked) ++next;
    const Step& compare = steps_[next];
    if (compare.operation < IfEqual || compare.operation > IfSet) continue;
    if (masked) load.mask = steps_[i + 1].operand;
    load.operation =
        static_cast<uint8_t>(WordIfEqual + 4 * (load.operation - LoadWord) + (compare.operation - IfEqual));
    load.operand = compare.operand;
    load.on_true = compare.on_true;
    load.on_false = compare.on_false;
  }
  // The fused operations are listed by place and width in the order of the loads: Word, Half, Byte, then AtX.
  static_assert(HalfIfEqual == WordIfEqual + 4 && ByteIfEqual == WordIfEqual + 8 &&
                WordAtXIfEqual == WordIfEqual + 12 && ByteAtXIfSet == WordIfEqual + 23);
}

// Each step jumps straight to the code of the next one (a label's address is a GNU extension), so that the
// processor predicts each step's successor by itself.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
template <bool CheckedLoads>
uint32_t PacketProgram::run_steps(Bytes captured, uint32_t wire_length) const {
  static const void* const labels[] = {
#define X(name) &&name##_,
      WIRETALE_OPERATIONS(X)
#undef X
  };
  const uint8_t* const data = captured.data();
  const size_t size = captured.size();
  const Step* const steps = steps_.data();
  const Step* step = steps;
  uint32_t a = 0, x = 0, loops = 0;
  uint32_t memory[memory_cells] = {};

#define GO(index)                  \
  do {                             \
    step = steps + (index);        \
    goto* labels[step->operation]; \
  } while (false)
#define NEXT GO(step->on_true)
#define NEED_FIXED(at, width) \
  if (CheckedLoads && size_t{at} + (width) > size) return 0
#define NEED(at, width) \
  if ((at) + (width) > size) return 0
// Two jumps rather than one to a computed place: so the processor goes on by its prediction and does not wait
// for the comparison. The empty assembler keeps the compiler from making them one.
#define BRANCH(condition)             \
  do {                                \
    if (condition) GO(step->on_true); \
    __asm__ volatile("");             \
    GO(step->on_false);               \
  } while (false)

  GO(0);
LoadWord_:
  NEED_FIXED(step->offset, 4u);
  a = be32(data + step->offset);
  NEXT;
LoadHalf_:
  NEED_FIXED(step->offset, 2u);
  a = be16(data + step->offset);
  NEXT;
LoadByte_:
  NEED_FIXED(step->offset, 1u);
  a = data[step->offset];
  NEXT;
LoadWordAtX_ : {
  const size_t at = size_t{x} + step->offset;
  NEED(at, 4u);
  a = be32(data + at);
  NEXT;
}
LoadHalfAtX_ : {
  const size_t at = size_t{x} + step->offset;
  NEED(at, 2u);
  a = be16(data + at);
  NEXT;
}
LoadByteAtX_ : {
  const size_t at = size_t{x} + step->offset;
  NEED(at, 1u);
  a = data[at];
  NEXT;
}
LoadConstant_:
  a = step->operand;
  NEXT;
LoadMemory_:
  a = memory[step->operand];
  NEXT;
LoadLength_:
  a = wire_length;
  NEXT;
SetXConstant_:
  x = step->operand;
  NEXT;
SetXMemory_:
  x = memory[step->operand];
  NEXT;
SetXLength_:
  x = wire_length;
  NEXT;
SetXHeader_:
  NEED_FIXED(step->offset, 1u);
  x = (data[step->offset] & 0xfu) << 2;
  NEXT;
StoreA_:
  memory[step->operand] = a;
  NEXT;
StoreX_:
  memory[step->operand] = x;
  NEXT;

#define ARITHMETIC(name, expression) \
  name##_ : a = (expression);        \
  NEXT;
  // clang-format off
  ARITHMETIC(Add, a + step->operand)
  ARITHMETIC(Sub, a - step->operand)
  ARITHMETIC(Mul, a * step->operand)
  ARITHMETIC(Div, a / step->operand)
  ARITHMETIC(Mod, a % step->operand)
  ARITHMETIC(And, a & step->operand)
  ARITHMETIC(Or, a | step->operand)
  ARITHMETIC(Xor, a ^ step->operand)
  ARITHMETIC(ShiftLeft, step->operand < 32 ? a << step->operand : 0)
  ARITHMETIC(ShiftRight, step->operand < 32 ? a >> step->operand : 0)
  ARITHMETIC(AddX, a + x)
  ARITHMETIC(SubX, a - x)
  ARITHMETIC(MulX, a * x)
  ARITHMETIC(AndX, a & x)
  ARITHMETIC(OrX, a | x)
  ARITHMETIC(XorX, a ^ x)
  ARITHMETIC(ShiftLeftX, x < 32 ? a << x : 0)
  ARITHMETIC(ShiftRightX, x < 32 ? a >> x : 0)
  ARITHMETIC(Negate, 0u - a)
  // clang-format on
#undef ARITHMETIC
DivX_:
  if (x == 0) return 0;
  a /= x;
  NEXT;
ModX_:
  if (x == 0) return 0;
  a %= x;
  NEXT;
Jump_:
  NEXT;
JumpBack_:
  if (++loops > most_loops) return 0;
  NEXT;
IfEqual_:
  BRANCH(a == step->operand);
IfGreater_:
  BRANCH(a > step->operand);
IfAtLeast_:
  BRANCH(a >= step->operand);
IfSet_:
  BRANCH((a & step->operand) != 0);
IfEqualX_:
  BRANCH(a == x);
IfGreaterX_:
  BRANCH(a > x);
IfAtLeastX_:
  BRANCH(a >= x);
IfSetX_:
  BRANCH((a & x) != 0);
ReturnConstant_:
  return step->operand;
ReturnA_:
  return a;
XFromA_:
  x = a;
  NEXT;
AFromX_:
  a = x;
  NEXT;

#define FUSED(name, width, value)                     \
  name##IfEqual_ : NEED_FIXED(step->offset, width);   \
  a = (value)&step->mask;                             \
  BRANCH(a == step->operand);                         \
  name##IfGreater_ : NEED_FIXED(step->offset, width); \
  a = (value)&step->mask;                             \
  BRANCH(a > step->operand);                          \
  name##IfAtLeast_ : NEED_FIXED(step->offset, width); \
  a = (value)&step->mask;                             \
  BRANCH(a >= step->operand);                         \
  name##IfSet_ : NEED_FIXED(step->offset, width);     \
  a = (value)&step->mask;                             \
  BRANCH((a & step->operand) != 0);
  FUSED(Word, 4u, be32(data + step->offset))
  FUSED(Half, 2u, be16(data + step->offset))
  FUSED(Byte, 1u, data[step->offset])
#undef FUSED
#define FUSED(name, width, value)                           \
  name##IfEqual_ : NEED(size_t{x} + step->offset, width);   \
  a = (value)&step->mask;                                   \
  BRANCH(a == step->operand);                               \
  name##IfGreater_ : NEED(size_t{x} + step->offset, width); \
  a = (value)&step->mask;                                   \
  BRANCH(a > step->operand);                                \
  name##IfAtLeast_ : NEED(size_t{x} + step->offset, width); \
  a = (value)&step->mask;                                   \
  BRANCH(a >= step->operand);                               \
  name##IfSet_ : NEED(size_t{x} + step->offset, width);     \
  a = (value)&step->mask;                                   \
  BRANCH((a & step->operand) != 0);
  FUSED(WordAtX, 4u, be32(data + size_t{x} + step->offset))
  FUSED(HalfAtX, 2u, be16(data + size_t{x} + step->offset))
  FUSED(ByteAtX, 1u, data[size_t{x} + step->offset])
#undef FUSED
}

#pragma GCC diagnostic pop

uint32_t PacketProgram::run_checked(Bytes captured, uint32_t wire_length) const {
  return run_steps<true>(captured, wire_length);
}
uint32_t PacketProgram::run_unchecked(Bytes captured, uint32_t wire_length) const {
  return run_steps<false>(captured, wire_length);
}

}  // namespace wiretale
