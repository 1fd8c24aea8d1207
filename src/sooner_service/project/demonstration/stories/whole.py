"""The whole story of the area in order of time."""

from sooner_service.project.demonstration import happenings as h
from sooner_service.project.demonstration.blueprint import Blueprint
from sooner_service.project.demonstration.stories.roll import roll_story
from sooner_service.project.demonstration.stories.support import support_story
from sooner_service.project.demonstration.who import Who


def school_story(blueprint: Blueprint) -> list[h.Happening]:
    """Everything that happened in settings, oldest first; what happened at one moment stays in the order it was told."""
    who = Who(blueprint)
    told = list(roll_story(blueprint, who))
    for child in blueprint.children:
        told.extend(support_story(who, child))
    return sorted(told, key=lambda each: each.at)
