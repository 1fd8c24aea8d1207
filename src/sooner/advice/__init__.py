"""Recommendation 5: free, plain answers for families, each with its legal basis and date; danger is looked for first."""

from sooner.advice.asking import Answer, Found, ask
from sooner.advice.library import Article, Basis, Contact, article, articles
from sooner.advice.reading_age import reading_grade, unexplained_acronyms

__all__ = ["Answer", "Article", "Basis", "Contact", "Found", "article", "articles", "ask", "reading_grade", "unexplained_acronyms"]
