"""An emulator of AWS on loopback: moto, with API Gateway's REST control plane made
faithful."""
