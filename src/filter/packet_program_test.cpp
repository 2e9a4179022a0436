// Packet programs against libpcap's own interpreter, on compiled and on random programs.
#include "filter/packet_program.h"

#include <gtest/gtest.h>
#include <pcap/pcap.h>

#include <random>

#include "filter/capture_filter.h"

namespace wiretale {
namespace {

static_assert(sizeof(BpfInstruction) == sizeof(bpf_insn));

uint32_t reference(std::span<const BpfInstruction> program, Bytes captured, uint32_t wire_length) {
  std::vector<bpf_insn> copy;
  for (const BpfInstruction& in : program) copy.push_back({in.code, in.jump_true, in.jump_false, in.operand});
  return bpf_filter(copy.data(), captured.data(), wire_length, static_cast<unsigned>(captured.size()));
}

using Random = std::mt19937;
unsigned below(Random& random, unsigned limit) { return static_cast<unsigned>(random()) % limit; }

/// Mostly plausible Ethernet frames, so that programs get beyond their first comparison.
std::vector<uint8_t> random_packet(Random& random) {
  std::vector<uint8_t> bytes(below(random, 120));
  for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(random());
  constexpr uint16_t types[] = {0x0800, 0x0800, 0x0800, 0x86dd, 0x0806, 0x8100};
  constexpr uint8_t protocols[] = {1, 6, 17, 58, 132, 0, 44, 51};
  if (bytes.size() > 30) {
    const uint16_t type = types[below(random, std::size(types))];
    bytes[12] = static_cast<uint8_t>(type >> 8), bytes[13] = static_cast<uint8_t>(type);
    if (type == 0x0800) bytes[14] = static_cast<uint8_t>(0x45 + below(random, 2));
    if (below(random, 3) != 0) bytes[20] = bytes[21] = 0;
    if (type == 0x86dd) bytes[20] = protocols[below(random, std::size(protocols))];
    bytes[23] = protocols[below(random, std::size(protocols))];
    if (bytes.size() > 40 && below(random, 2) != 0) bytes[36] = 0, bytes[37] = 80;
  }
  return bytes;
}

TEST(PacketProgram, AgreesWithLibpcapOnFilters) {
  constexpr const char* expressions[] = {"tcp",
                                         "udp port 53",
                                         "tcp port 80 or tcp port 443",
                                         "host 10.0.1.50 and not port 22",
                                         "net 10.0.0.0/8",
                                         "ip6 host fd00::1",
                                         "vlan and tcp",
                                         "tcp[tcpflags] & (tcp-syn|tcp-fin) != 0",
                                         "portrange 8000-9000",
                                         "ip[0] & 0xf != 5",
                                         "udp[4:2] > 100",
                                         "len > 60 and greater 40",
                                         "ip6 protochain 6",
                                         "ip protochain 17",
                                         "tcp[((tcp[12] & 0xf0) >> 2):4] = 0x47455420",
                                         "ether broadcast",
                                         "ether[0] & 1 = 1",
                                         "arp or rarp",
                                         "icmp6",
                                         "not (tcp or udp)",
                                         "(ip[2:2] - ((ip[0]&0xf)<<2)) - ((tcp[12]&0xf0)>>2) != 0",
                                         "ip proto 47",
                                         "ip[8] * 2 > len / 3 and ip[9] % 4 = 1",
                                         "sctp",
                                         "mpls",
                                         "pppoes and ip",
                                         "less 64 or ip[6:2] & 0x1fff != 0"};
  Random random(1);
  for (const char* expression : expressions)
    for (const auto optimise : {CaptureFilterTarget::Optimise::No, CaptureFilterTarget::Optimise::Yes}) {
      const auto filter = CaptureFilter::compile(expression, {.optimise = optimise});
      ASSERT_TRUE(filter) << expression;
      unsigned matched = 0;
      for (int i = 0; i < 3000; ++i) {
        const auto bytes = random_packet(random);
        const uint32_t wire_length = static_cast<uint32_t>(bytes.size()) + below(random, 3) * 50;
        const bool expected = reference(filter->instructions(), bytes, wire_length) != 0;
        ASSERT_EQ(filter->matches(bytes, wire_length), expected) << expression << ", packet " << i;
        matched += expected;
      }
      if (std::string_view{expression} == "tcp") {
        EXPECT_GT(matched, 100u);
      }
    }
}

// Every instruction that exists, in orders no compiler would write; forward jumps only, so that both end.
std::vector<BpfInstruction> random_program(Random& random) {
  constexpr uint16_t codes[] = {0x20, 0x28, 0x30, 0x40, 0x48, 0x50, 0x00, 0x60, 0x80, 0x01, 0x61,
                                0x81, 0xb1, 0x02, 0x03, 0x04, 0x14, 0x24, 0x34, 0x44, 0x54, 0x64,
                                0x74, 0x84, 0x94, 0xa4, 0x0c, 0x1c, 0x2c, 0x3c, 0x4c, 0x5c, 0x6c,
                                0x7c, 0x9c, 0xac, 0x05, 0x15, 0x25, 0x35, 0x45, 0x1d, 0x2d, 0x3d,
                                0x4d, 0x07, 0x87, 0x28, 0x15, 0x30, 0x15, 0x48, 0x54, 0x15, 0x06};
  std::vector<BpfInstruction> program;
  // Memory that was never written has no value in libpcap: write all of it first.
  for (uint32_t cell = 0; cell < 16; ++cell) program.push_back({0x02, 0, 0, cell});
  const unsigned length = 3 + below(random, 40);
  for (unsigned i = 0; i < length; ++i) {
    BpfInstruction in{codes[below(random, std::size(codes))], 0, 0, 0};
    const unsigned left = length - i - 1;
    const unsigned kind = in.code & 7;
    constexpr uint32_t operands[] = {0,  1,  6,  12,     13,     14,         23,        31,
                                     32, 40, 80, 0x0800, 0xffff, 0x80000000, 0xffffffff};
    in.operand = below(random, 3) != 0 ? below(random, 70) : operands[below(random, std::size(operands))];
    if (kind == 2 || kind == 3 || ((kind == 0 || kind == 1) && (in.code & 0xe0) == 0x60)) in.operand %= 16;
    if ((in.code == 0x34 || in.code == 0x94) && in.operand == 0) in.operand = 7;
    if (in.code == 0x64 || in.code == 0x74) in.operand %= 32;  // more has no value in libpcap
    if (in.code == 0x05) in.operand = left == 0 ? 0 : below(random, left);
    if (kind == 5 && in.code != 0x05) {
      in.jump_true = static_cast<uint8_t>(left == 0 ? 0 : below(random, left));
      in.jump_false = static_cast<uint8_t>(left == 0 ? 0 : below(random, left));
    }
    program.push_back(in);
  }
  program.push_back({static_cast<uint16_t>(below(random, 2) != 0 ? 0x16 : 0x06), 0, 0, 1 + below(random, 9)});
  return program;
}

TEST(PacketProgram, AgreesWithLibpcapOnRandomPrograms) {
  Random random(2);
  unsigned accepted = 0;
  for (int i = 0; i < 60'000; ++i) {
    const auto instructions = random_program(random);
    const auto program = PacketProgram::from(instructions);
    ASSERT_TRUE(program) << i;
    for (int j = 0; j < 4; ++j) {
      const auto bytes = random_packet(random);
      const uint32_t expected = reference(instructions, bytes, 77);
      ASSERT_EQ(program->run(bytes, 77), expected) << "program " << i;
      accepted += expected != 0;
    }
  }
  EXPECT_GT(accepted, 10'000u);
}

TEST(PacketProgram, AgreesAtEveryLength) {
  const auto filter = CaptureFilter::compile("tcp port 80 or (ip6 and udp port 53)", {});
  ASSERT_TRUE(filter);
  std::vector<uint8_t> bytes(60);
  bytes[12] = 8, bytes[14] = 0x45, bytes[23] = 6, bytes[37] = 80;
  EXPECT_TRUE(filter->matches(bytes, 60));
  for (size_t length = 0; length <= bytes.size(); ++length) {
    const std::vector<uint8_t> cut(bytes.begin(), bytes.begin() + static_cast<long>(length));  // for ASan
    EXPECT_EQ(filter->matches(cut, 60), reference(filter->instructions(), cut, 60) != 0) << length;
  }
}

TEST(PacketProgram, RefusesProgramsThatLeaveTheirBounds) {
  using Program = std::vector<BpfInstruction>;
  EXPECT_FALSE(PacketProgram::from(Program{}));
  EXPECT_FALSE(PacketProgram::from(Program{{0x28, 0, 0, 12}}));                  // no end
  EXPECT_FALSE(PacketProgram::from(Program{{0x15, 1, 0, 1}, {0x06, 0, 0, 1}}));  // jumps past the end
  EXPECT_FALSE(PacketProgram::from(Program{{0x05, 0, 0, 1}, {0x06, 0, 0, 1}}));
  EXPECT_FALSE(PacketProgram::from(Program{{0x05, 0, 0, 0xfffffff0}, {0x06, 0, 0, 1}}));
  EXPECT_FALSE(PacketProgram::from(Program{{0x02, 0, 0, 16}, {0x06, 0, 0, 1}}));  // memory cell
  EXPECT_FALSE(PacketProgram::from(Program{{0x34, 0, 0, 0}, {0x06, 0, 0, 1}}));   // division by 0
  EXPECT_FALSE(PacketProgram::from(Program{{0xff, 0, 0, 0}, {0x06, 0, 0, 1}}));
}

TEST(PacketProgram, EndsLoops) {
  const std::vector<BpfInstruction> forever{{0x05, 0, 0, 0xffffffff}, {0x06, 0, 0, 1}};
  const auto program = PacketProgram::from(forever);
  ASSERT_TRUE(program);
  EXPECT_EQ(program->run({}, 0), 0u);
}

}  // namespace
}  // namespace wiretale
