"""Runs wmo-mi while something goes wrong, and judges what is left.

A scenario is a command with an earlier output that it replaces. Whatever goes wrong, after the run there must be
either that earlier output or the new one, byte for byte, with the exit status and the message that belong to it; a
client may be found in no file that was left behind, and the next run clears those. Used by tests/check-faults.
"""
import collections
import os
import pathlib
import re
import shutil
import signal
import subprocess
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = pathlib.Path(os.environ.get("WMO_BIN", ROOT / "build")).resolve()
SECRET = b"GEHEIM"  # begins every client of the region
LEFT_OVER = re.compile(r"(^|/)\.(wmo-mi-(nieuw|oud|slot)|[^/]*\.wmo-mi-nieuw)(/|$)")
TIMES = re.compile(rb'"(begonnen|klaar)": *"[^"]*"')
TIME_LIMIT = 60  # seconds for one run
BEFORE_PUBLISHING = ("rapport", "--periode", "2026H1", "--invoer", "{in}", "--uitvoer", "{out}",
                     "--aanbieder", "onbekend")  # stops when the output directory is in its hands

Result = collections.namedtuple("Result", "status stderr")
Outcome = collections.namedtuple("Outcome", "kind cleared problems message")


def compile_shim(folder):
    """tests/faults/shim.c as a library to preload."""
    shim = folder / "shim.so"
    subprocess.run([os.environ.get("CC", "cc"), "-std=c17", "-D_GNU_SOURCE", "-O1", "-Wall", "-Wextra", "-Werror",
                    "-shared", "-fPIC", "-o", shim, ROOT / "tests" / "faults" / "shim.c"], check=True)
    return shim


def make_region(folder, gemeente, number):
    """A region of one gemeente and one aanbieder, with one row that is wrong and much to ask; the number makes two regions differ."""
    tables = {
        "gemeenten.csv": f"gemeentecode;naam\n0405;{gemeente}\n",
        "aanbieders.csv": "aanbiedercode;naam;gecontracteerd\n41414141;Zorghuis Voorbeeld;j\n",
        "indicaties.csv": "gemeentecode;toewijzingnummer;client;aanbiedercode;productcode;volume;eenheid;frequentie;"
                          "ingangsdatum;einddatum\n"
                          f"0405;1;GEHEIM-1;41414141;02BGB;{number};minuut;week;2026-01-01;2026-12-31\n"
                          "0405;2;GEHEIM-2;41414141;02BGB;140;minuut;week;2026-01-01;\n"
                          f"0405;3;GEHEIM-3;41414141;02BGB;70;minuut;week;2026-03-01;2026-02-{number}\n",
        "declaraties.csv": "aanbiedercode;gemeentecode;declaratienummer;regelnummer;client;toewijzingnummer;"
                           "productcode;periode_begin;periode_eind;volume;eenheid;bedrag;debetcredit\n"
                           "41414141;0405;2601;1;GEHEIM-1;1;02BGB;2026-01-01;2026-01-31;300;minuut;300,00;D\n"
                           "41414141;0405;2601;2;GEHEIM-2;2;02BGB;2026-01-01;2026-01-31;500;minuut;500,00;D\n",
        "managementinformatie.csv": "aanbiedercode;periode;gemeentecode;perceel;indicator;waarde\n"
                                    f"41414141;2026H1;;;tevredenheid;{number}\n",
    }
    folder.mkdir(parents=True)
    for name, text in tables.items():
        (folder / name).write_text(text, encoding="utf-8")


def make_settings(folder):
    """Workbooks of one sheet: a fault at every step of writing one is as telling, and sooner done."""
    folder.mkdir()
    header, *rows = (ROOT / "templates" / "bladen.csv").read_text(encoding="utf-8").splitlines()
    kept = [row for row in rows if row.startswith("toelichting;")]
    (folder / "bladen.csv").write_text("\n".join([header, *kept, ""]), encoding="utf-8")


def tree(folder):
    """All files below the folder by path, but for the two times; and apart from these what was left behind."""
    files, left = {}, []
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if LEFT_OVER.search(name):
            left.append(path)
        elif path.is_file():
            files[name] = TIMES.sub(rb'"\1": ""', path.read_bytes())
        elif not any(path.iterdir()):
            files[name + "/"] = b""
    return files, left


class Scenario:
    """A command of which the earlier and the new output are known. {in}, {out} and {set} are filled in."""

    def __init__(self, name, arguments, folder, earlier=True):
        self.name, self.arguments, self.earlier = name, arguments, earlier
        self.folder = folder / name
        self.folder.mkdir()
        self.lock = threading.Lock()
        self.boxes = []
        make_settings(self.folder / "set")
        for version in ("old", "new"):
            make_region(self.folder / version / "in", *(("Oudhoorn", 10) if version == "old" else ("Nieuwhoorn", 20)))
            (self.folder / version / "out").mkdir()
            if version == "new" or earlier:
                self.status = self.run(self.folder / version).status
        self.old, self.new = (tree(self.folder / version / "out")[0] for version in ("old", "new"))
        if self.old == self.new or self.status not in (0, 1):
            raise SystemExit(f"scenario {name} does not run: status {self.status}")

    def run(self, box, environment=None, during=None, arguments=None, **keywords):
        """Runs the command in a box; `during` is called with the process while it runs."""
        names = {"in": box / "in", "out": box / "out", "set": self.folder / "set"}
        words = [word.format_map(names) for word in arguments or self.arguments]
        process = subprocess.Popen([BIN / "wmo-mi", *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, start_new_session=True,
                                   env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", **(environment or {})}, **keywords)
        if during:
            during(process)
        try:
            stderr = process.communicate(timeout=TIME_LIMIT)[1]
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            stderr = process.communicate()[1] + b"\nhangs\n"
        return Result(process.returncode, stderr)

    def box(self):
        """A folder with input and the earlier output; to be given back."""
        with self.lock:
            box = self.boxes.pop() if self.boxes else self.folder / f"box-{threading.get_ident()}"
        shutil.rmtree(box, ignore_errors=True)
        shutil.copytree(self.folder / "new" / "in", box / "in")
        if self.earlier:
            shutil.copytree(self.folder / "old" / "out", box / "out")
        else:
            (box / "out").mkdir()
        return box

    def give_back(self, box):
        with self.lock:
            self.boxes.append(box)

    # ---- what is left ----

    def judge(self, box, result, deadly=False):
        """What became of a run; `deadly` when it was to be killed."""
        problems = []
        found, left = tree(box / "out")
        kind = self.kind(box, result, found, deadly, problems)
        if SECRET in result.stderr or any(SECRET in path.read_bytes() for path in left if path.is_file()):
            problems.append("a client was left behind")
        if not deadly and result.status not in (0, 1, 127):
            self.judge_message(result, problems)
        if left:
            again = self.run_next(box) if not box_was_changed(self, box) else None
            found, left = tree(box / "out") if again else (self.new, [])
            if again and (found != self.new or left or again.status != self.status):
                problems.append(f"the next run: status {again.status}, left {[str(p) for p in left]}")
        message = result.stderr.decode("utf-8", "replace").rstrip().rpartition("\n")[2].replace(str(box), "")
        return Outcome(kind, bool(left), problems, message)

    def run_next(self, box, arguments=None):
        """The run after one that was killed, of which a child may hold the lock for another moment."""
        for _ in range(100):
            result = self.run(box, arguments=arguments)
            if b"een andere wmo-mi is bezig" not in result.stderr:
                break
        return result

    def kind(self, box, result, found, deadly, problems):
        statuses = (-signal.SIGKILL, -signal.SIGTERM, 4) if deadly else (2, 3, 4)  # 4: it struck a child
        if deadly and not self.entries_are_whole(found):
            # Without an atomic exchange the earlier output may have been put aside: any next run puts it back.
            self.run_next(box, BEFORE_PUBLISHING)
            found = tree(box / "out")[0]
        if deadly and found not in (self.old, self.new) and self.entries_are_whole(found):
            return "each"
        if found == self.new and result.status in ((*statuses, self.status) if deadly else (self.status,)):
            return "new"
        if found == self.old and result.status in statuses:
            return "old"
        if result.status == 3 and without_findings(found) == without_findings(self.old):
            return "old"
        if result.status == 127 and b"error while loading shared libraries" in result.stderr:
            return "none"
        if not deadly and result.status == 1 and self.is_whole(box, found):
            return "less"
        state = "new" if found == self.new else "old" if found == self.old else "neither old nor new"
        problems.append(f"status {result.status} and the output is {state}")
        return "wrong"

    def entries_are_whole(self, found):
        """Each entry of the output directory is the earlier or the new one: what a kill between two swaps may leave."""
        def entry(files, name):
            return {path: data for path, data in files.items() if path.split("/")[0] == name}
        names = {path.split("/")[0] for path in {**found, **self.old, **self.new}}
        return all(entry(found, name) in (entry(self.old, name), entry(self.new, name)) for name in names)

    def is_whole(self, box, found):
        """An input file was left out, which is said, and the rest was published."""
        findings = b"".join(data for name, data in found.items() if name.endswith("bevindingen.csv"))
        if b";fout;B" not in findings and "cijfers" not in self.name:
            return False
        accounts = [box / "out" / name for name in found if name.endswith("verantwoording.json")]
        return all(subprocess.run([BIN / "wmo-mi", "verifieer", account.parent, "--stil"], check=False,
                                  capture_output=True).returncode == 0 for account in accounts)

    @staticmethod
    def judge_message(result, problems):
        try:
            text = result.stderr.decode("utf-8")
        except UnicodeDecodeError:
            problems.append("a message that is no UTF-8")
            return
        last = text.rstrip("\n").rpartition("\n")[2]
        if not re.fullmatch(r"wmo-mi: [^\x00-\x1f]{15,}", last):
            problems.append(f"status {result.status} with the message {text[-200:]!r}")


def without_findings(files):
    """An input that cannot be used gives findings beside the earlier output, and nothing else."""
    return {name: data for name, data in files.items() if not name.startswith("bevindingen")}


def box_was_changed(scenario, box):
    """Faults of the kind shrink, grow and touch change the input."""
    return any((box / "in" / path.name).read_bytes() != path.read_bytes()
               for path in (scenario.folder / "new" / "in").iterdir())
