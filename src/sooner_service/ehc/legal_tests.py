"""The limbs of the two legal tests, and the grounds of exemption, in words."""

from collections.abc import Mapping

ASSESS_LIMBS: Mapping[str, str] = {
    "has_or_may_have": "The child or young person has, or may have, special educational needs",
    "may_be_necessary": "It may be necessary for special educational provision to be made through an EHC plan",
}
ISSUE_LIMBS: Mapping[str, str] = {
    "found": "What the assessment found: needs, and the provision they call for",
    "is_necessary": "It is necessary for that provision to be made through an EHC plan",
}
GROUNDS: Mapping[str, str] = {
    "X-1": "The school or college is closed for at least four weeks and was asked for advice near the closure",
    "X-2": "The early years setting is closed for at least four weeks and was asked for advice near the closure",
    "X-3": "Exceptional personal circumstances of the child, the parent or the young person",
    "X-4": "The child, the parent or the young person is away from the area for at least four weeks",
    "X-5": "An appointment for an examination or test was missed: only for that adviser's six weeks",
}
