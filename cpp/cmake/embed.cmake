# Writes OUTPUT, a C++ file that holds every file of TABLES (a list) as a string and defines language_data(), declared
# in src/languages/language_data.h.
set(strings "")
set(rows "")
foreach(table IN LISTS TABLES)
  get_filename_component(code "${table}" NAME_WE)
  file(READ "${table}" hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND strings "constexpr char ${code}_table[] = {${bytes}'\\0'};\n")
  string(APPEND rows "    {\"${code}\", {${code}_table, sizeof(${code}_table) - 1}},\n")
endforeach()
file(WRITE "${OUTPUT}.new"
"#include \"languages/language_data.h\"\n\nnamespace tersely {\nnamespace {\n${strings}"
"constexpr LanguageTable tables[] = {\n${rows}};\n}  // namespace\n\n"
"std::span<const LanguageTable> language_data() { return tables; }\n}  // namespace tersely\n")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}")
file(REMOVE "${OUTPUT}.new")
