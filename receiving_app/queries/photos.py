"""Gives the photos that the record names, or says why one can't be shown."""

from __future__ import annotations

from enum import StrEnum

from receiving_app.storage.photos import DamagedPhotoError, Photos


class PhotoTrouble(StrEnum):
    """Why a photo or a film that the record names can't be shown."""

    GONE = "gone"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"
    #: A film is kept for a time only.
    FILM_GONE = "film-gone"
    FILM_DAMAGED = "film-damaged"
    FILM_UNREADABLE = "film-unreadable"


def photo(photos: Photos, name: str) -> bytes | PhotoTrouble:
    """Give a photo's JPEG file, or why there is none."""
    try:
        found = photos.get(name)
    except DamagedPhotoError:
        return PhotoTrouble.DAMAGED
    except OSError:
        return PhotoTrouble.UNREADABLE
    return PhotoTrouble.GONE if found is None else found
