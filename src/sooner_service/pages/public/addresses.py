"""Every address of this audience, with the record and action it needs."""

from sooner_service.pages.framework import Address, public_page
from sooner_service.pages.public.about import about, tiers
from sooner_service.pages.public.advice import advice
from sooner_service.pages.public.request_ehc import journey
from sooner_service.pages.public.tracker import tracker

ADDRESSES: tuple[Address, ...] = (
    public_page("", about.home, name="home"),
    public_page("advice/", advice.advice, name="advice"),
    public_page("advice/<str:name>/", advice.article, name="article"),
    public_page("request-ehc/", journey.begin, name="request_begin"),
    public_page("request-ehc/kept/", journey.kept, name="request_kept"),
    public_page("request-ehc/check/", journey.check, name="request_check"),
    public_page("request-ehc/sent/", journey.sent, name="request_sent"),
    public_page("request-ehc/<str:key>/", journey.step, name="request_step"),
    public_page("tracker/", tracker.track, name="tracker"),
    public_page("about/", about.about, name="about"),
    public_page("about/tiers/", tiers.compare, name="tiers"),
    public_page("about/tiers/<str:key>/", tiers.one_model, name="tier_model"),
    public_page("who-can-help/", about.who_can_help, name="who_can_help"),
    public_page("privacy/", about.privacy, name="privacy"),
    public_page("cookies/", about.cookies, name="cookies"),
    public_page("accessibility/", about.accessibility, name="accessibility"),
)
