"""mypy accepts the adapters of frameworks with the frameworks' own types, and calls as their users write them.

The linters skip those types, so that their result does not depend on what is installed. This takes minutes, so pytest
does not collect it; .ci/release runs it.
"""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mypy")

CONFIG = """
[mypy]
strict = true
disallow_untyped_decorators = false
ignore_missing_imports = true
follow_imports_for_stubs = true
"""

CALLS = {
    "langchain": """
from langchain_core.documents import BaseDocumentCompressor, BaseDocumentTransformer, Document
from langchain_core.runnables import Runnable, RunnableLambda
from langchain_text_splitters import TextSplitter
from tersely.integrations.langchain import TerselyCompressor, TerselyTextSplitter

compressor: BaseDocumentCompressor = TerselyCompressor(words=60)
splitter: TextSplitter = TerselyTextSplitter(chunk_size=500, language="de")
transformer: BaseDocumentTransformer = splitter
found: list[Document] = TerselyCompressor(3).invoke({"documents": [Document("It rained.")], "query": "rain"})
chain: Runnable[list[Document], str] = TerselyCompressor(3) | RunnableLambda(lambda found: found[0].page_content)
""",
    "llama_index": """
from llama_index.core.node_parser import NodeParser, TextSplitter
from llama_index.core.postprocessor.types import BaseNodePostprocessor
from llama_index.core.schema import NodeWithScore, TransformComponent
from tersely.integrations.llama_index import TerselyNodeParser, TerselyPostprocessor

postprocessor: BaseNodePostprocessor = TerselyPostprocessor(words=60)
parser: TextSplitter = TerselyNodeParser(chunk_size=500, tokenizer=str.split)
transformation: TransformComponent = parser
found: list[NodeWithScore] = postprocessor.postprocess_nodes([], query_str="rain")
""",
    "haystack": """
from haystack import Document, Pipeline
from tersely.integrations.haystack import TerselyCompressor

found: list[Document] = TerselyCompressor(3).run([Document(content="It rained.")], query="rain")["documents"]
Pipeline().add_component("compressor", TerselyCompressor(words=60))
""",
    "spacy": """
import spacy
import tersely.integrations.spacy
from spacy.tokens import Doc

nlp = spacy.blank("en")
nlp.add_pipe("tersely", config={"words": 60})
doc: Doc = tersely.integrations.spacy.make_component(nlp, "tersely", 3)(nlp("It rained."))
""",
}
PACKAGES = {"llama_index": "llama_index.core", "langchain": "langchain_core", "haystack": "haystack", "spacy": "spacy"}


@pytest.mark.parametrize("adapter", CALLS)
def test_types(adapter, tmp_path):
    pytest.importorskip(PACKAGES[adapter])
    program, config = tmp_path / "calls.py", tmp_path / "mypy.ini"
    program.write_text(CALLS[adapter], encoding="utf-8")
    config.write_text(CONFIG, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", config, "--cache-dir", tmp_path / "cache"]
    module = Path(__import__(f"tersely.integrations.{adapter}", fromlist=["_"]).__file__)
    done = subprocess.run([*command, module, program], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
