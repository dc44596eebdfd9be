include(CMakeFindDependencyMacro)
find_dependency(ICU COMPONENTS uc)
find_dependency(Threads)
include("${CMAKE_CURRENT_LIST_DIR}/tersely-targets.cmake")
