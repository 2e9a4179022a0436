// The list of fields that are not decoded can be searched.
#include "protocols/other_field_names.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace wiretale {
namespace {

TEST(OtherFieldNames, AreInOrder) {
  EXPECT_TRUE(std::ranges::is_sorted(other_fields, {}, &OtherField::name));
}

}  // namespace
}  // namespace wiretale
