"""Where documents come out: a label printer, a printer of the system, or a PDF in a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from receiving_app.printing import zpl
from receiving_app.printing.documents import Document
from receiving_app.printing.raw_port import PrinterError, label_printer, send
from receiving_app.printing.rendering import media_of, pdf, print_on
from receiving_app.qt.printer import Printers
from receiving_app.storage.print_queue import Job

translate = QCoreApplication.translate

_PDF = "pdf"


def bring_out(job: Job, document: Document, printers: Printers) -> str | None:
    """Send a document where it belongs; give a notice where that isn't paper. Raise `PrinterError`."""
    place = printers.of(job.kind)
    if place is None or place.lower() == _PDF:
        file = _into_folder(job, document, printers.folder)
        if place is not None:
            return None
        return translate("Printer", "No printer is set. It lies in {file}: print it from there.").format(file=file)
    if place.lower().startswith("zpl:"):
        printer = label_printer(place)
        send(zpl.labels(document, printer.dpi, job.copies, is_copy=job.is_copy), printer)
        return None
    info = QPrinterInfo.printerInfo(place)
    if info.isNull():
        said = translate("Printer", "This computer has no printer named {name}. Add it, or set another; it is kept.")
        raise PrinterError(said.format(name=place))
    print_with(QPrinter(info, QPrinter.PrinterMode.HighResolution), document, job.copies, is_copy=job.is_copy)
    return None


def print_with(printer: QPrinter, document: Document, copies: int, *, is_copy: bool) -> None:
    """Print on a system's printer, on its own dots; raise `PrinterError` where it takes nothing."""
    printer.setDocName(document.kind)
    printer.setFullPage(True)
    printer.setPageSize(media_of(document).page)
    printer.setPageMargins(QMarginsF())
    troubled = {QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted}
    try:
        print_on(printer, document, printer.resolution(), copies, is_copy=is_copy)
    except OSError as error:
        raise PrinterError(_not_taken(printer)) from error
    if printer.printerState() in troubled:
        raise PrinterError(_not_taken(printer))


def _not_taken(printer: QPrinter) -> str:
    said = translate("Printer", "{name} does not print. Is it on, and has it paper? It is tried again.")
    return said.format(name=printer.printerName())


def _into_folder(job: Job, document: Document, folder: Path) -> Path:
    """Write a PDF, whole or not at all."""
    target = folder / f"{job.number:06d}-{job.kind}{'-copy' if job.is_copy else ''}.pdf"
    part = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_bytes(pdf(document, job.copies, is_copy=job.is_copy))
        part.replace(target)
    except OSError as error:
        said = translate("Printer", "{file} can't be written: {why}. Make room; it is tried again.")
        raise PrinterError(said.format(file=target, why=error.strerror)) from error
    return target
