// What stands around each packet in JSON.
#include "outputs/json_packet.h"

#include "outputs/column_time.h"

namespace wiretale {
namespace {

void append_day(Text& text, Time time) {
  thread_local Text moment(32);
  moment.clear();
  append_moment(moment, time, 0, {ColumnTime::Date, TimeZone::Local});
  text.append(moment.view().substr(0, moment.view().find(' ')));
}

}  // namespace

void begin_json_packet(Text& text, const Packet& packet, bool follows_another) {
  text.append(follows_another ? ",\n  {\n    \"_index\": \"packets-" : "\n  {\n    \"_index\": \"packets-");
  append_day(text, packet.time);
  text.append("\",\n    \"_type\": \"doc\",\n    \"_score\": null,\n    \"_source\": {\n      \"layers\": {");
}

void end_json_packet(Text& text) { text.append("\n      }\n    }\n  }"); }

void append_iso_time(Text& text, Time time) {
  thread_local Text moment(48);
  moment.clear();
  append_moment(moment, time, 9, {ColumnTime::Date, TimeZone::Utc});
  const std::string_view words = moment.view();
  const size_t space = words.find(' ');
  text.put(words.substr(0, space), 'T', words.substr(space + 1), 'Z');
}

void begin_elastic_packet(Text& text, const Packet& packet) {
  text.append("{\"index\":{\"_index\":\"packets-");
  append_day(text, packet.time);
  text.put("\",\"_type\":\"doc\"}}\n{\"timestamp\":\"", packet.time.nanoseconds / 1'000'000,
           "\",\"layers\":{");
}

}  // namespace wiretale
