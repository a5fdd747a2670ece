# SPDX-License-Identifier: MIT
# Third-party libraries, each used by the rooms named in cmake/rooms.cmake and by no other.
find_package(PkgConfig REQUIRED)
pkg_check_modules(HARFBUZZ REQUIRED IMPORTED_TARGET harfbuzz)
pkg_check_modules(HARFBUZZ_SUBSET REQUIRED IMPORTED_TARGET harfbuzz-subset)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(FONTCONFIG REQUIRED IMPORTED_TARGET fontconfig)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(PNG REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(JPEG REQUIRED IMPORTED_TARGET libjpeg)
find_library(HPDF_LIBRARY hpdf REQUIRED)
find_library(HYPHEN_LIBRARY hyphen REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)

# Loading and relocating ICU, Boost and libstdc++ at every start costs 2.2 ms of CPU, half of an empty run. The
# program therefore takes them from their archives, which the same Debian packages hold, where a target has the property
# BROADSIDE_ARCHIVES; tests share the shared ones, which link faster.
function(prefer_archives target)
  set(archives "")
  foreach(name IN LISTS ARGN)
    find_library(ARCHIVE_${name} lib${name}.a)
    if(NOT ARCHIVE_${name})
      return()
    endif()
    list(APPEND archives ${ARCHIVE_${name}})
  endforeach()
  get_target_property(shared ${target} INTERFACE_LINK_LIBRARIES)
  set(wanted "$<BOOL:$<TARGET_PROPERTY:BROADSIDE_ARCHIVES>>")
  set_property(TARGET ${target} PROPERTY INTERFACE_LINK_LIBRARIES
    "$<${wanted}:${archives}>" "$<$<NOT:${wanted}>:${shared}>")
endfunction()

# An imported library of CMake has a location of its own; behind this name it can be either.
add_library(program_options INTERFACE)
target_link_libraries(program_options INTERFACE Boost::program_options)
prefer_archives(program_options boost_program_options)
add_library(hyphen INTERFACE)
target_link_libraries(hyphen INTERFACE ${HYPHEN_LIBRARY})
prefer_archives(hyphen hyphen)
# FreeType, which fontconfig needs, stays shared: HarfBuzz loads it anyway.
find_library(FREETYPE_LIBRARY freetype REQUIRED)
prefer_archives(PkgConfig::FONTCONFIG fontconfig expat)
set_property(TARGET PkgConfig::FONTCONFIG APPEND PROPERTY INTERFACE_LINK_LIBRARIES ${FREETYPE_LIBRARY})
prefer_archives(PkgConfig::ICU icui18n icuuc icudata)
prefer_archives(PkgConfig::YAML yaml)
prefer_archives(PkgConfig::DEFLATE deflate)
prefer_archives(PkgConfig::PNG png16)
prefer_archives(PkgConfig::JPEG jpeg)
