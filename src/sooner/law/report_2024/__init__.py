"""The policy report's system as dated data: tiers, movement between them, baseline, training.

Source: Early Intervention, Lifelong Impact: 5 Recommendations for a Better SEND System (Outcomes First Group, 2024),
recommendations 1 and 2. It is practice an area may choose, not law; every file says so under [about].
"""
