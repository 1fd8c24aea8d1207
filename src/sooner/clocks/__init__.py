"""Statutory and service limits: what starts them, what disapplies them, whether they were met, and why."""

from sooner.clocks.answers import Answer, answer
from sooner.clocks.case import Refused
from sooner.clocks.deadline import Deadline
from sooner.clocks.working_days import is_working_day

__all__ = ["Answer", "Deadline", "Refused", "answer", "is_working_day"]
