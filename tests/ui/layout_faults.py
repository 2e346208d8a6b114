"""Walks a window's widgets and names what a person would see as wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from ui.parts.key_button import KeyButton
from ui.parts.labels import ElidedLabel

_NAMED = (QAbstractButton, QLineEdit, QComboBox, QAbstractScrollArea)


def faults(window: QWidget) -> list[str]:
    """Give every fault of what is visible: clipped text, overlapping siblings, rich text, missing names."""
    visible = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    found = [fault for widget in visible for fault in _of(widget)]
    return found + [fault for parent in (window, *visible) for fault in _overlaps(parent)]


def _of(widget: QWidget) -> Iterator[str]:
    name = f"{type(widget.parentWidget()).__name__}/{type(widget).__name__}"
    if isinstance(widget, QLabel) and widget.text():
        name = f"{name} {widget.text()!r}"
        yield from (f"{name}: {fault}" for fault in _of_label(widget))
    if isinstance(widget, QAbstractButton) and _text(widget) and _is_smaller_than_its_text(widget):
        yield f"{name} {widget.text()!r}: clipped"
    if isinstance(widget, _NAMED) and _is_ours(widget) and not (widget.accessibleName() or _text(widget)):
        yield f"{name}: no accessible name"
    if isinstance(widget, KeyButton) and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
        yield f"{name}: a scan could press it"
    if isinstance(widget, KeyButton) and widget.height() < 96:
        yield f"{name} {widget.accessibleName()!r}: {widget.height()} px is too low for gloves"
    if not _in_view(widget):
        yield f"{name}: cut off by its parent"


def _of_label(label: QLabel) -> Iterator[str]:
    if label.textFormat() is not Qt.TextFormat.PlainText:
        yield "not plain text"
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        longest = max(label.text().split(), key=len, default="")
        wide = label.fontMetrics().horizontalAdvance(longest) > label.contentsRect().width()
    else:
        needed = label.sizeHint().height()
        wide = not isinstance(label, ElidedLabel) and label.sizeHint().width() > label.width()
    if wide:
        yield f"wider than its {label.width()} px"
    if needed > label.height() + 1:
        yield f"{needed} px of text in {label.height()} px"


def _overlaps(parent: QWidget) -> Iterator[str]:
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow() and not child.size().isEmpty()
    ]
    for one, other in combinations(children, 2):
        if one.geometry().intersects(other.geometry()) and _is_ours(one) and _is_ours(other):
            said = [f"{_title(w)} {w.geometry().getRect()}" for w in (one, other)]
            yield f"in {type(parent).__name__}: {said[0]} overlaps {said[1]}"


def _in_view(widget: QWidget) -> bool:
    """Tell whether all of a widget lies within its parents; what a scroll area holds may lie outside."""
    if isinstance(widget.parentWidget(), QScrollArea) or not _is_ours(widget):
        return True
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    holder = widget.parentWidget()
    return holder is None or holder.rect().contains(widget.geometry())


def _is_smaller_than_its_text(button: QAbstractButton) -> bool:
    hint = button.sizeHint()
    return not isinstance(button, KeyButton) and (hint.width() > button.width() or hint.height() > button.height())


def _title(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or _text(widget)!r}"


def _is_ours(widget: QWidget) -> bool:
    """Tell whether we made it: Qt's scroll bars, viewports, headers and inner buttons are Qt's own affair."""
    if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_"):
        return False
    parent = widget.parentWidget()
    return not isinstance(parent, (QComboBox, QLineEdit, QAbstractScrollArea)) and "TabBar" not in type(parent).__name__


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
