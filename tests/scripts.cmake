# The tests that are scripts: include(${CMAKE_SOURCE_DIR}/tests/scripts.cmake) after enable_testing() and the target `wiretale`.

add_test(NAME transcripts COMMAND ${CMAKE_SOURCE_DIR}/tests/transcripts --binary $<TARGET_FILE:wiretale>)
set_tests_properties(transcripts PROPERTIES TIMEOUT 600)

# Once, in the release tree: the checks of the sources and of the tools, and the tests of the other presets.
if(CMAKE_BINARY_DIR STREQUAL "${CMAKE_SOURCE_DIR}/build")
  add_test(NAME transcripts_self_test COMMAND ${CMAKE_SOURCE_DIR}/tests/transcripts --self-test)
  add_test(NAME layers COMMAND ${CMAKE_SOURCE_DIR}/tools/check_layers.py)
  add_test(NAME layers_self_test COMMAND ${CMAKE_SOURCE_DIR}/tools/check_layers.py --self-test)
  add_test(NAME docs_check COMMAND ${CMAKE_SOURCE_DIR}/tests/docs_check $<TARGET_FILE:wiretale>)
  add_test(NAME docs_check_self_test COMMAND ${CMAKE_SOURCE_DIR}/tests/docs_check --self-test $<TARGET_FILE:wiretale>)

  add_test(NAME finding_pages COMMAND ${CMAKE_SOURCE_DIR}/tools/write_finding_pages --check $<TARGET_FILE:wiretale>)

  # Real faults between network namespaces; skipped without root.
  add_test(NAME netlab COMMAND ${CMAKE_SOURCE_DIR}/tests/netlab/check --tries 3 $<TARGET_FILE:wiretale>)
  set_tests_properties(netlab PROPERTIES RUN_SERIAL TRUE TIMEOUT 900 SKIP_RETURN_CODE 77)

  # Live captures between network namespaces, beside tcpdump; skipped without root.
  add_test(NAME live COMMAND ${CMAKE_SOURCE_DIR}/tests/live/check $<TARGET_FILE:wiretale>)
  set_tests_properties(live PROPERTIES RUN_SERIAL TRUE TIMEOUT 300 SKIP_RETURN_CODE 77)

  add_test(NAME netlab_compare COMMAND ${CMAKE_SOURCE_DIR}/tests/netlab/compare_check --tries 3 $<TARGET_FILE:wiretale>)
  set_tests_properties(netlab_compare PROPERTIES RUN_SERIAL TRUE TIMEOUT 400 SKIP_RETURN_CODE 77)

  set(others asan)
  if(EXISTS ${CMAKE_SOURCE_DIR}/fuzz/CMakeLists.txt)
    list(APPEND others fuzz)
  endif()
  foreach(other ${others})
    add_test(NAME ${other} COMMAND ${CMAKE_SOURCE_DIR}/tests/run_${other})
    set_tests_properties(${other} PROPERTIES LABELS other-preset RUN_SERIAL TRUE TIMEOUT 1500 SKIP_RETURN_CODE 77)
  endforeach()
endif()
