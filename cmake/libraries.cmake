# SPDX-License-Identifier: MIT
# Third-party libraries, each used by the rooms named in cmake/rooms.cmake and by no other.
find_package(PkgConfig REQUIRED)
pkg_check_modules(HARFBUZZ REQUIRED IMPORTED_TARGET harfbuzz)
pkg_check_modules(HARFBUZZ_SUBSET REQUIRED IMPORTED_TARGET harfbuzz-subset)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(YAMLCPP REQUIRED IMPORTED_TARGET yaml-cpp)
pkg_check_modules(FONTCONFIG REQUIRED IMPORTED_TARGET fontconfig)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
find_library(HPDF_LIBRARY hpdf REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS program_options)
