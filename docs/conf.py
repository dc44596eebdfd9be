"""Configuration of Sphinx. CONTRIBUTING.md says how to build the documentation."""

from __future__ import annotations

import sys
from pathlib import Path

import tersely

sys.path.insert(0, str(Path(__file__).parent / "extensions"))

project = "tersely"
author = "The tersely developers"
copyright = author  # noqa: A001
version = release = tersely.__version__

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "article_figures",
    "cpp_reference",
    "docstrings",
    "examples",
    "flow_chart",
    "language_table",
    "mathml",
]

myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 3
nb_execution_mode = "off"  # the outputs are those kept in the notebooks
nb_ipywidgets_js: dict[str, dict[str, str]] = {}  # no scripts of other servers

# Docstrings set code in single backticks.
default_role = "code"
autodoc_member_order = "bysource"
autodoc_mock_imports = ["haystack", "llama_index", "pyspark", "ray", "spacy"]  # large, or not to be reloaded
autodoc_typehints = "none"  # the signature has the names, the text has the types in words
napoleon_numpy_docstring = False
napoleon_use_param = False
napoleon_use_rtype = False
python_maximum_signature_line_length = 88

nitpick_ignore = [("py:exc", "pyspark.errors.PythonException"), ("py:exc", "ray.exceptions.RayTaskError")]

smartquotes_action = "D"  # dashes only, since quotes stand around the values of options

html_theme = "furo"
html_title = f"tersely {release}"
html_static_path = ["_static"]
html_css_files = ["tersely.css"]
html_math_renderer = "mathml"
html_show_sourcelink = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0b5a8a", "color-brand-content": "#0b5a8a"},
    "dark_css_variables": {"color-brand-primary": "#7cc0ec", "color-brand-content": "#7cc0ec"},
}
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
copybutton_only_copy_prompt_lines = True
