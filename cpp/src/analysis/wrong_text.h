/// Texts that are probably not what the caller meant to pass. These are hints for flags.
#pragma once

#include <string_view>

namespace tersely {

/// Is the whole text one word that begins with "http://", "https://", "ftp://", "file://" or "www."? O(1).
bool looks_like_url(std::string_view text);

/// Is the whole text one line that names a file: "/etc/hosts", "~/notes", "C:\My texts\a.txt", "data/a.csv", "a.txt"?
/// O(1).
bool looks_like_path(std::string_view text);

/// Does it hold U+FFFD? O(bytes).
bool has_replacement_characters(std::string_view text);

/// Was UTF-8 read as Latin-1 or cp1252? It then holds pairs that no word has: "Ã©" for "é", "Â°", "â€™", "Ð¾". True at
/// the second pair. O(bytes).
bool looks_misread(std::string_view text);

}  // namespace tersely
