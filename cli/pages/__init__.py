"""Web pages: the main text, title, day of publication, outlet and address."""

from .reading import NoArticle as NoArticle
from .reading import Page as Page
from .reading import page as page
from .reading import thoroughly as thoroughly
