#include "support/number.h"

#include <locale>
#include <sstream>

namespace tersely {

std::string show(double value) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out << value;
  return out.str();
}

}  // namespace tersely
