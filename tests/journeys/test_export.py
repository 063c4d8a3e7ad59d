"""An export of a case on record, taken over into a new case, is an equal record."""

from __future__ import annotations

import json
import shutil
from pathlib import Path


def test_a_record_is_exported_and_comes_back_equal(ceasefire, root, tmp_path):
    case, other, out = tmp_path / "case", tmp_path / "other", tmp_path / "out"
    shutil.copytree(root / "examples" / "river-ceasefire", case)
    other.mkdir()
    shutil.copy(case / "case.yaml", other)
    assert ceasefire("read", str(case), "--quiet").exit_code == 0
    assert ceasefire("export", str(case), "--to", str(out), "--quiet").exit_code == 0
    version = json.loads((out / "version.json").read_text(encoding="utf-8"))
    assert version["hash_of"] == "last entry of the log"
    assert ceasefire("import", str(other), str(out)).exit_code == 0
    log, copied = (ceasefire("log", str(one), "--format", "jsonl").stdout for one in (case, other))
    assert copied == log
    assert json.loads(log.splitlines()[-1])["hash"] == version["hash"]
    assert ceasefire("verify", str(other)).exit_code == 0
    again = tmp_path / "again"
    assert ceasefire("export", str(other), "--to", str(again), "--quiet").exit_code == 0
    assert listing(again) == listing(out)


def listing(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_with_other_files_is_refused_before_anything_is_read(ceasefire, root, tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = ceasefire("export", str(root / "examples" / "river-ceasefire"), "--to", str(tmp_path))
    assert result.exit_code == 2
    assert "mine.txt" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_case_that_has_no_record_is_exported_too(ceasefire, root, tmp_path):
    asked = ("--to", str(tmp_path / "out"), "--format", "csv", "--format", "ceasefires", "--as-of", "2031-05-16")
    assert ceasefire("export", str(root / "examples" / "river-ceasefire"), *asked).exit_code == 0
    version = json.loads((tmp_path / "out" / "version.json").read_text(encoding="utf-8"))
    assert (version["as_of"], version["hash_of"]) == ("2031-05-16", "rows of all tables")
    assert (tmp_path / "out" / "ceasefires" / "ceasefires.csv").is_file()
