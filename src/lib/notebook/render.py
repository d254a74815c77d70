"""Renders chapters and the page of results: one self-contained HTML file each that opens offline.

Usage: render.py FOLDER             every chapter of a folder, NN_*.ipynb, to NN_*.html beside it
       render.py SUMMARY.json FILE  the page of results from what report/results-summary.ts says
"""

import base64
import hashlib
import json
import os
import pathlib
import re
import sqlite3
import sys

import jinja2
import mistune
from markupsafe import Markup

here = pathlib.Path(__file__).resolve().parent
plotly = here.parents[2] / "node_modules/plotly.js-dist-min/plotly.min.js"
page_scripts = ("narrow-figure.js", "legible-figure.js", "sound-cursor.js", "page.js")
plotly_mime = "application/vnd.plotly.v1+json"


def title_of(notebook):
    """The text of the first heading."""
    for cell in notebook.cells:
        heading = re.search(r"^#\s+(.*)", cell.source, re.MULTILINE)
        if cell.cell_type == "markdown" and heading:
            return heading[1].strip()
    return "untitled"


def number_figures(notebook):
    """Gives the figures ids that are the same in every rendering, and counts them."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    figures = [output for output in outputs if plotly_mime in output.get("data", {})]
    for number, output in enumerate(figures, 1):
        output.metadata["figure"] = f"figure-{number}"
    return len(figures)


def split_imports(source):
    """The import statements that a cell begins with, and the rest of it."""
    imports = re.match(r"(?:import\b[^;]*;[^\S\n]*(?://[^\n]*)?\n*)+", source)
    return (imports[0].strip(), source[imports.end() :]) if imports else ("", source)


# where the contents of a chapter stand, once its headings are known
contents_place = "<!-- contents -->"


def contents_of(html):
    """Links to the sections of a chapter, folded where they cannot stand beside it."""
    headings = re.findall(r'<h2 id="([^"]*)">(.*?)<a class="anchor-link"', html, re.DOTALL)
    links = "".join(f'<li><a href="#{name}">{re.sub("<[^>]*>", "", text)}</a></li>' for name, text in headings)
    return f'<nav class="contents" aria-label="Contents"><details><summary>contents</summary><ol>{links}</ol></details></nav>' if links else ""


def highlight_css():
    """Colours of code on light and on dark ground."""
    from pygments.formatters import HtmlFormatter

    light = HtmlFormatter(style="default").get_style_defs(".highlight")
    dark = HtmlFormatter(style="github-dark").get_style_defs(".highlight")
    return f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}"


def policy_of(scripts):
    """The Content-Security-Policy of a page that runs these scripts, whatever else is written in it, and asks nobody for anything."""
    digests = (base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:; "
        "media-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def page_resources():
    """What all pages share: scripts and the policy that lets these alone run."""
    # as they may stand in a script element
    plotly_script = plotly.read_text(encoding="utf-8").replace("</script", "<\\/script")
    page_script = "\n".join((here / "templates/ser" / name).read_text(encoding="utf-8") for name in page_scripts)
    policy = policy_of([plotly_script, page_script])
    return {"plotly": plotly_script, "page_script": page_script, "policy": policy}


def write_atomically(path, text):
    """A reader sees the old file or the whole new one."""
    temporary = path.with_name(f"{path.name}.tmp")
    temporary.write_text(text, encoding="utf-8")
    os.replace(temporary, path)


def trust(notebooks):
    """Signs the notebooks for this user's Jupyter, which shows figures of others as pictures only."""
    from nbformat.sign import NotebookNotary

    try:
        notary = NotebookNotary()
        for notebook in notebooks:
            notary.sign(notebook)
    except (OSError, sqlite3.Error):
        pass  # a home that cannot be written: pictures, then


def render_summary(summary, target):
    """The page of results. All that it says is text: what comes from files and labels is escaped."""
    loader = jinja2.FileSystemLoader(here / "templates/ser")
    environment = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    to_html = mistune.create_markdown(escape=True)
    environment.filters["markdown"] = lambda text: Markup(to_html(text))
    says = json.loads(summary.read_text(encoding="utf-8"))
    page = environment.get_template("results.html.j2")
    write_atomically(target, page.render(**says, resources={key: Markup(text) for key, text in page_resources().items()}))


def chapter_exporter():
    """nbconvert's exporter with the book's template, which writes formulas as MathML: a browser shows it offline, without a script."""
    # loaded here, as they take longer than the page of results, which needs none of them
    from latex2mathml.converter import convert
    from nbconvert import HTMLExporter
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    class WithMathml(IPythonRenderer):
        def inline_math(self, body):
            return convert(body)

        def block_math(self, body):
            return convert(body, display="block")

    exporter = HTMLExporter(template_name="ser", extra_template_basedirs=[str(here / "templates")])
    to_html = MarkdownWithMath(renderer=WithMathml(escape=False))
    exporter.register_filter("markdown2html", to_html.render)
    return exporter


def render_chapters(folder):
    import nbformat

    paths = sorted(folder.glob("[0-9]*.ipynb"))
    notebooks = [nbformat.read(path, as_version=4) for path in paths]
    trust(notebooks)
    links = [{"title": title_of(nb), "file": f"{path.stem}.html"} for nb, path in zip(notebooks, paths)]
    shared = {**page_resources(), "highlight_css": highlight_css(), "contents_place": contents_place}
    exporter = chapter_exporter()
    exporter.register_filter("split_imports", split_imports)
    for i, (notebook, path) in enumerate(zip(notebooks, paths)):
        chapter = {
            "title": links[i]["title"],
            "figures": number_figures(notebook),
            "previous": links[i - 1] if i > 0 else None,
            "next": links[i + 1] if i + 1 < len(links) else None,
        }
        html, _ = exporter.from_notebook_node(notebook, {**shared, "chapter": chapter})
        html = re.sub(r'href="(\d\d_\w+)\.ipynb', r'href="\1.html', html)
        html = html.replace(contents_place, contents_of(html), 1)
        write_atomically(path.with_suffix(".html"), html)


if __name__ == "__main__":
    paths = [pathlib.Path(argument) for argument in sys.argv[1:]]
    render_chapters(*paths) if len(paths) == 1 else render_summary(*paths)
