# The static, trimmed ICU of the wheels. Built once, then kept in TERSELY_ICU_PREFIX.
set(TERSELY_ICU_PREFIX "${CMAKE_BINARY_DIR}/icu" CACHE PATH "Where the bundled ICU is built and kept")
if(NOT EXISTS "${TERSELY_ICU_PREFIX}/lib/libicuuc.a")
  message(STATUS "Building the bundled ICU in ${TERSELY_ICU_PREFIX}")
  execute_process(
    COMMAND "${CMAKE_COMMAND}" -E env "CXX=${CMAKE_CXX_COMPILER}" "AR=${CMAKE_AR}" "RANLIB=${CMAKE_RANLIB}"
            "${PROJECT_SOURCE_DIR}/packaging/build_icu.sh" "${TERSELY_ICU_PREFIX}"
    COMMAND_ERROR_IS_FATAL ANY)
endif()
set(ICU_ROOT "${TERSELY_ICU_PREFIX}")
add_compile_definitions(U_STATIC_IMPLEMENTATION)
