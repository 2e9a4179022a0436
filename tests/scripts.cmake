# The tests that are scripts: include(tests/scripts.cmake) after enable_testing() and the target `wiretale`.

add_test(NAME transcripts COMMAND ${CMAKE_SOURCE_DIR}/tests/transcripts --binary $<TARGET_FILE:wiretale>)
set_tests_properties(transcripts PROPERTIES TIMEOUT 600)

# Once, in the release tree: the checks of the sources and of the tools, and the tests of the other presets.
if(CMAKE_BINARY_DIR STREQUAL "${CMAKE_SOURCE_DIR}/build")
  add_test(NAME transcripts_self_test COMMAND ${CMAKE_SOURCE_DIR}/tests/transcripts --self-test)
  add_test(NAME layers COMMAND ${CMAKE_SOURCE_DIR}/tools/check_layers.py)
  add_test(NAME layers_self_test COMMAND ${CMAKE_SOURCE_DIR}/tools/check_layers.py --self-test)

  add_test(NAME asan COMMAND ${CMAKE_SOURCE_DIR}/tests/run_asan)
  add_test(NAME fuzz COMMAND ${CMAKE_SOURCE_DIR}/tests/run_fuzz)
  set_tests_properties(asan fuzz PROPERTIES LABELS other-preset RUN_SERIAL TRUE TIMEOUT 1500 SKIP_RETURN_CODE 77)
endif()
