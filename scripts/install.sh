#!/bin/sh
# Compiles the emitted solvers into one library, static and shared, and installs it with its headers where CMake and
# pkg-config find it.
#
#     sh scripts/install.sh PREFIX              (`make install PREFIX=...` calls it)
#     sh scripts/install.sh PREFIX fo_anil sgd  (these alone)
#
# It needs a C compiler ($CC, else cc), ar and generated/, and no Python. Vector kernels and fluctuations are left out:
# they take minutes to compile, and programs that use them compile them themselves.
set -eu
cd "$(dirname "$0")/.."

prefix=${1:?"where to? sh scripts/install.sh PREFIX"}
shift
[ $# -gt 0 ] || set -- $(cd generated/c && ls *.h | grep -v -E '_(batch|lanes|fluctuations)\.h$' | sed 's/\.h$//')
CC=${CC:-cc}
version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' generated/manifest.json)
objects=build/install
for name in "$@"; do
    [ -f "generated/c/$name.c" ] || { echo "install: there is no generated/c/$name.c" >&2; exit 1; }
done
mkdir -p "$objects" "$prefix/include/orderode_solvers" "$prefix/lib/pkgconfig" "$prefix/lib/cmake/orderode_solvers"

for name in "$@"; do
    [ "$objects/$name.o" -nt "generated/c/$name.c" ] || echo "$name"
done | xargs -P "$(getconf _NPROCESSORS_ONLN)" -I NAME \
    $CC -std=c99 -O2 -ffp-contract=off -fno-math-errno -fPIC -c generated/c/NAME.c -o "$objects/NAME.o"

made=$(for name in "$@"; do echo "$objects/$name.o"; done)
rm -f "$prefix/lib/liborderode_solvers.a"
ar rcs "$prefix/lib/liborderode_solvers.a" $made
$CC -shared -o "$prefix/lib/liborderode_solvers.so" $made -lm
for name in "$@"; do
    cp "generated/c/$name.h" "$prefix/include/orderode_solvers"
    [ ! -f "generated/cpp/$name.hpp" ] || cp "generated/cpp/$name.hpp" "$prefix/include/orderode_solvers"
done

# Paths are seen from these files, so that the folder may be moved.
cat >"$prefix/lib/pkgconfig/orderode_solvers.pc" <<END
prefix=\${pcfiledir}/../..
Name: orderode_solvers
Description: Solvers of the macroscopic equations of learning algorithms, emitted by orderode
Version: $version
Cflags: -I\${prefix}/include/orderode_solvers
Libs: -L\${prefix}/lib -lorderode_solvers
Libs.private: -lm
END
cat >"$prefix/lib/cmake/orderode_solvers/orderode_solversConfig.cmake" <<'END'
get_filename_component(_orderode "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
foreach(_kind SHARED STATIC)
    string(TOLOWER "orderode::${_kind}" _target)
    if(NOT TARGET ${_target})
        add_library(${_target} ${_kind} IMPORTED)
        set_target_properties(${_target} PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${_orderode}/include/orderode_solvers"
            INTERFACE_LINK_LIBRARIES m IMPORTED_NO_SONAME TRUE)
    endif()
endforeach()
set_target_properties(orderode::shared PROPERTIES IMPORTED_LOCATION "${_orderode}/lib/liborderode_solvers.so")
set_target_properties(orderode::static PROPERTIES IMPORTED_LOCATION "${_orderode}/lib/liborderode_solvers.a")
END
cat >"$prefix/lib/cmake/orderode_solvers/orderode_solversConfigVersion.cmake" <<END
set(PACKAGE_VERSION $version)
if(PACKAGE_FIND_VERSION VERSION_EQUAL PACKAGE_VERSION)
    set(PACKAGE_VERSION_EXACT TRUE)
endif()
if(NOT PACKAGE_FIND_VERSION VERSION_GREATER PACKAGE_VERSION)
    set(PACKAGE_VERSION_COMPATIBLE TRUE)
endif()
END
echo "$# solvers: $prefix/lib/liborderode_solvers.so and .a, headers in $prefix/include/orderode_solvers"
