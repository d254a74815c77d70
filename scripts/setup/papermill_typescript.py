"""Lets papermill pass parameters to TypeScript notebooks: `papermill in.ipynb out.ipynb -p corpus my-corpus`.

papermill imports what stands in the entry-point group `papermill.engine` when it starts; the translator is registered then.
"""

import json

from papermill.engines import NBClientEngine
from papermill.translators import Translator, papermill_translators


class TypeScriptTranslator(Translator):
    """Values as JSON writes them, which TypeScript reads."""

    @classmethod
    def translate(cls, val):
        return json.dumps(val, ensure_ascii=False)

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}"

    @classmethod
    def assign(cls, name, str_val):
        return f"void ({name} = {str_val});"  # the value of a last expression would be shown


papermill_translators.register("typescript", TypeScriptTranslator)

Engine = NBClientEngine
